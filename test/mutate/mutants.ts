import { parseAst } from 'vite';

/** One small change of a file: `text` stands for what is there from `start` to `end`. */
export interface Mutant {
  start: number;
  end: number;
  text: string;
}

type Node = Record<string, unknown> & { type: string; start: number; end: number };

/** What each operator becomes. `??` to `||` is left out: it changes nothing where the value is an object or a text that is not empty. */
const instead: Record<string, string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Every change of one operator, bound, number, truth value, condition or return in a TypeScript file; types, texts and comments stay. */
export function mutantsOf(source: string, lang: 'ts' | 'tsx'): Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: Node) => {
    // Types, and what is only a type on the way to a value: the value itself is visited.
    if (node.type.startsWith('TS') && !isNode(node.expression)) return;
    found.push(...changesOf(node, source));
    for (const [key, value] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'typeParameters' || key === 'returnType')
        continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(parseAst(source, { lang }) as unknown as Node);
  return found.sort((a, b) => a.start - b.start || (a.text < b.text ? -1 : 1));
}

function changesOf(node: Node, source: string): Mutant[] {
  const whole = (part: Node, text: string) => ({ start: part.start, end: part.end, text });
  const written = source.slice(node.start, node.end);
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorChanges(node, source);
    case 'UnaryExpression': {
      const { argument } = node;
      return node.operator === '!' && isNode(argument) ? [whole(node, source.slice(argument.start, argument.end))] : [];
    }
    case 'Literal':
      if (typeof node.value === 'boolean') return [whole(node, String(!node.value))];
      if (typeof node.value === 'number') return [whole(node, `(${written} + 1)`), whole(node, `(${written} - 1)`)];
      return [];
    case 'IfStatement':
    case 'ConditionalExpression':
      return isNode(node.test) ? [whole(node.test, 'true'), whole(node.test, 'false')] : [];
    case 'ReturnStatement':
      return isNode(node.argument) ? [whole(node, 'return;')] : [];
    default:
      return [];
  }
}

function operatorChanges(node: Node, source: string): Mutant[] {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right)) return [];
  const texts = [left, right].map((side) => source.slice(side.start, side.end));
  // A text put together has no difference, only a sum.
  if (operator === '+' && texts.some((text) => /^['"`]/.test(text))) return [];
  const start = source.indexOf(String(operator), left.end);
  return (instead[String(operator)] ?? []).map((text) => ({ start, end: start + String(operator).length, text }));
}
