/** JSON with comments, as people write settings. */

/** The text with blanks in the place of comments (// to the end of the line, and between slashes with stars), so that every place in it stays what it was. */
export function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n\r]*|\/\*[\s\S]*?\*\//g, (found) => (found.startsWith('"') ? found : found.replace(/[^\n\r]/g, ' ')));
}
