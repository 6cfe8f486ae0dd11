/** One-line mutants of source files: small changes of meaning that a test ought to notice. */
import ts from 'typescript';

/** A change of one stretch of one line. */
export interface Mutant {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Offsets in the text of the file, end exclusive, and what stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.TrueKeyword, 'false'],
  [ts.SyntaxKind.FalseKeyword, 'true'],
]);

const METHODS: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['find', 'findLast'],
  ['findLast', 'find'],
]);

/** Words about a rule are no behaviour: what its pages and examples say. */
const WORDS = new Set(['docs', 'message', 'examples', 'basis', 'needed', 'sentences']);

function replacement(node: ts.Node): string | undefined {
  const known = OPERATORS.get(node.kind);
  if (known !== undefined) {
    // 'a' + 'b' turned into a difference is no likely mistake, and no type allows it.
    const textual =
      (node.kind === ts.SyntaxKind.PlusToken || node.kind === ts.SyntaxKind.MinusToken) &&
      ts.isBinaryExpression(node.parent) &&
      [node.parent.left, node.parent.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
    return textual || ts.isLiteralTypeNode(node.parent) ? undefined : known;
  }
  if (ts.isNumericLiteral(node)) return ts.isLiteralTypeNode(node.parent) ? undefined : String(Number(node.text) + 1);
  if (ts.isIdentifier(node) && ts.isPropertyAccessExpression(node.parent) && node.parent.name === node && ts.isCallExpression(node.parent.parent)) {
    return METHODS.get(node.text);
  }
  if (ts.isContinueStatement(node) || (ts.isReturnStatement(node) && node.expression === undefined)) return ';';
  return undefined;
}

/** Every mutant of a file, in the order of its text. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const put = (start: number, end: number, to: string): void => {
    found.push({ file, line: source.getLineAndCharacterOfPosition(start).line + 1, start, end, from: text.slice(start, end), to });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && WORDS.has(node.name.getText(source))) return;
    const to = replacement(node);
    if (to !== undefined) put(node.getStart(source), node.end, to);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) put(node.getStart(source), node.operand.getStart(source), '');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of the file with the change. */
export function mutated(text: string, { start, end, to }: Mutant): string {
  return text.slice(0, start) + to + text.slice(end);
}
