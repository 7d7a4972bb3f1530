import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Expression,
  isCallExpression,
  isFunctionDeclaration,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  type Node,
  type ObjectLiteralExpression,
  type SourceFile,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type, TypeFlags, type UnionType } from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LAYERS = [
  'shared',
  'electron/engine',
  'electron/page',
  'electron/browser',
  'electron/cli',
  'electron/desktop',
  'renderer',
];

/** A place in the source that makes an error. */
export interface ErrorSite {
  /** `file:line`. */
  readonly place: string;
  /** Null if the code is not a constant. */
  readonly codes: readonly string[] | null;
  /** Names of the details. */
  readonly details: readonly string[];
  /** Values that `details.variant` may have; none if there is no such detail, null if they are not constants. */
  readonly variants: readonly string[] | null;
  /** English sentences among the details, also those that calls pass to the function of the site. */
  readonly sentences: readonly string[];
}

/** Returns the places of the product that make an error with a code, by the types that TypeScript finds there. */
export function errorSites(): ErrorSite[] {
  const api = new API();
  try {
    const snapshot = api.updateSnapshot({ openProjects: LAYERS.map((layer) => `${root}${layer}/tsconfig.json`) });
    return LAYERS.flatMap((layer) => {
      const project = snapshot.getProject(`${root}${layer}/tsconfig.json`);
      if (!project) throw new Error(`${layer} has no tsconfig.json`);
      const files = project.program
        .getSourceFileNames()
        .filter((name) => name.startsWith(root + layer) && /\.tsx?$/.test(name))
        .flatMap((name) => project.program.getSourceFile(name) ?? []);
      return sitesOf(files, project.checker);
    });
  } finally {
    api.close();
  }
}

function sitesOf(files: readonly SourceFile[], checker: Checker): ErrorSite[] {
  const shapes: ErrorShapeNode[] = [];
  const calls = new Map<string, Expression[][]>();
  for (const file of files) {
    const visit = (node: Node): void => {
      const shape = errorShapeAt(node);
      if (shape) shapes.push({ file, ...shape });
      if (isCallExpression(node) && isIdentifier(node.expression)) {
        const { text } = node.expression;
        calls.set(text, [...(calls.get(text) ?? []), [...node.arguments]]);
      }
      node.forEachChild(visit);
    };
    file.forEachChild(visit);
  }
  // An object that only copies the code of another error is none of its own.
  return shapes
    .map((shape) => ({ site: siteOf(shape, calls, checker), isThrown: shape.isThrown }))
    .flatMap(({ site, isThrown }) => (isThrown || site.codes ? [site] : []));
}

interface ErrorShapeNode {
  readonly file: SourceFile;
  readonly node: ObjectLiteralExpression;
  readonly code: Expression;
  readonly details: Expression | null;
  /** Whether the object is the argument of a `PortraitError`. */
  readonly isThrown: boolean;
}

/** Returns an object literal with a code, a message and a hint, or with a code that becomes a `PortraitError`. */
function errorShapeAt(node: Node): Omit<ErrorShapeNode, 'file'> | null {
  if (!isObjectLiteralExpression(node)) return null;
  const code = propertyValue(node, 'code');
  if (!code) return null;
  const { parent } = node;
  const isThrown =
    isNewExpression(parent) && isIdentifier(parent.expression) && parent.expression.text === 'PortraitError';
  if (!isThrown && !(propertyValue(node, 'message') && propertyValue(node, 'hint'))) return null;
  return { node, code, details: propertyValue(node, 'details'), isThrown };
}

/** Returns the expression of a property; for a shorthand, its name. */
function propertyValue(node: ObjectLiteralExpression, name: string): Expression | null {
  for (const property of node.properties) {
    if (isPropertyAssignment(property) && nameText(property.name) === name) return property.initializer;
    if (isShorthandPropertyAssignment(property) && isIdentifier(property.name) && property.name.text === name)
      return property.name;
  }
  return null;
}

const nameText = (name: Node) => ('text' in name && typeof name.text === 'string' ? name.text : '');

function siteOf(
  { file, node, code, details }: ErrorShapeNode,
  calls: ReadonlyMap<string, Expression[][]>,
  checker: Checker,
): ErrorSite {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const values = details ? detailValues(details, checker) : new Map<string, Expression | null>();
  const variant = values.get('variant');
  const expressions = [...values.values()].flatMap((value) => (value ? [value, ...passedTo(value, calls)] : []));
  return {
    place: `${relative(root, file.fileName)}:${line + 1}`,
    codes: literals(code, checker),
    details: [...values.keys()],
    variants: values.has('variant') ? (variant ? literals(variant, checker) : null) : [],
    sentences: expressions.flatMap(sentencesIn),
  };
}

/** Returns the expressions of details by name; null for those of an object that is spread or not a literal. */
function detailValues(details: Expression, checker: Checker): Map<string, Expression | null> {
  const namesOf = (node: Node) => checker.getPropertiesOfType(checker.getTypeAtLocation(node)!).map(({ name }) => name);
  if (!isObjectLiteralExpression(details)) return new Map(namesOf(details).map((name) => [name, null]));
  const entries = details.properties.flatMap((property): [string, Expression | null][] => {
    if (isSpreadAssignment(property)) return namesOf(property.expression).map((name) => [name, null]);
    if (isPropertyAssignment(property)) return [[nameText(property.name), property.initializer]];
    return isShorthandPropertyAssignment(property) && isIdentifier(property.name)
      ? [[property.name.text, property.name]]
      : [];
  });
  return new Map(entries);
}

/** Returns the texts that an expression may have, or null if its type has others. Ignores null and undefined. */
function literals(node: Expression, checker: Checker): string[] | null {
  const type = checker.getTypeAtLocation(node);
  if (!type) return null;
  const members: readonly Type[] = type.flags & TypeFlags.Union ? (type as UnionType).getTypes() : [type];
  const texts = members.flatMap((member) =>
    'value' in member && typeof member.value === 'string' ? [member.value] : [],
  );
  return texts.length > 0 ? texts : null;
}

/** Returns what calls pass for a detail that is a parameter of the function around it. */
function passedTo(value: Expression, calls: ReadonlyMap<string, Expression[][]>): Expression[] {
  if (!isIdentifier(value)) return [];
  let node: Node = value;
  while (node.parent && !isFunctionDeclaration(node)) node = node.parent;
  if (!isFunctionDeclaration(node) || !node.name) return [];
  const at = node.parameters.findIndex(({ name }) => isIdentifier(name) && name.text === value.text);
  return at < 0 ? [] : (calls.get(node.name.text) ?? []).flatMap((args) => args[at] ?? []);
}

/** Returns the literal parts of an expression in which one word follows another. */
function sentencesIn(node: Expression): string[] {
  const texts: string[] = [];
  const visit = (inner: Node): void => {
    if ('text' in inner && typeof inner.text === 'string' && /[a-z]{2,} [a-z]{2,}/i.test(inner.text))
      texts.push(inner.text);
    inner.forEachChild(visit);
  };
  visit(node);
  return texts;
}
