/** Elements made from their parts. Text is set as text, so nothing of a file can become markup. */

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element with attributes (true is an attribute without a value, false none; a function listens to the event of that name) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A button that does something; it is quiet while that lasts. */
export function button(label: string, act: () => Promise<void> | void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', async () => {
    made.setAttribute('aria-busy', 'true');
    made.disabled = true;
    try {
      await act();
    } finally {
      made.removeAttribute('aria-busy');
      made.disabled = false;
    }
  });
  return made;
}
