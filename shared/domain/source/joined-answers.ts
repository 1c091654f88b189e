/** Cells that hold several answers of one question, as survey programs write them: `Radio, Newspaper`, `piped;borehole`. */

/** Google Forms writes `, `, Microsoft Forms `;`, others a bar or a line each. */
export const answerSeparators = ['; ', ';', ' | ', '|', '\n', ', '] as const;

/** Choices often explain themselves in brackets: `A course (Coursera, edX)` is one choice. */
export function splitOutsideBrackets(answer: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < answer.length; index += 1) {
    const character = answer[index];
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && answer.startsWith(separator, index)) {
      parts.push(answer.slice(start, index).trim());
      index += separator.length - 1;
      start = index + 1;
    }
  }
  parts.push(answer.slice(start).trim());
  return parts.filter((part) => part !== '');
}
