/** The findings of a report: by criterion, each with its text, judgement, quotes, and contrary evidence apart. */
import { BorderStyle, Paragraph, TextRun } from 'docx';
import { directionGlyphs, type Direction } from '#shared/domain/coding/coding.ts';
import { convergenceInWords } from '#shared/formats/deliverable/matrix-table.ts';
import { strengthInWords } from '#shared/formats/deliverable/strength-in-words.ts';
import type {
  ReportContent,
  ReportConvergence,
  ReportEvidence,
  ReportFinding,
  ReportSection,
  ReportStatistic,
} from '#shared/formats/word/report-content.ts';
import { styleIds } from '#shared/formats/word/report-styles.ts';
import {
  anchorOf,
  box,
  heading,
  labelled,
  paragraph,
  paragraphsOf,
  runsOf,
  type WordTools,
} from '#shared/formats/word/word-pieces.ts';
import { runsRightToLeft, wordLanguage } from '#shared/formats/word/word-text.ts';

/** Each direction has its own glyph; the colour of the line beside a quote only helps. */
const directionColors: Readonly<Record<Direction, string>> = {
  supports: '2F855A',
  contradicts: 'B45309',
  mixed: '6B5B95',
  neutral: '8A97A3',
};

/** The chapter, without its heading when there is nothing yet. */
export function findingsPart(tools: WordTools, content: ReportContent): readonly Paragraph[] {
  const { words } = tools;
  const criteria = content.emptyCriteria.map((criterion) => criterion.name).join(', ');
  return [
    heading(tools, 1, words('report.findings'), { pageBreakBefore: true }),
    ...(content.sections.length === 0 ? paragraphsOf(tools, words('report.none')) : []),
    ...content.sections.flatMap((section) => sectionPart(tools, section)),
    ...(criteria === '' || content.sections.length === 0
      ? []
      : paragraphsOf(tools, words('report.criteria-without-findings', { criteria }), {
          style: styleIds.lead,
          spacing: { before: 480 },
        })),
  ];
}

function sectionPart(tools: WordTools, section: ReportSection): readonly Paragraph[] {
  const { words } = tools;
  const { criterion, convergence } = section;
  return [
    heading(tools, 2, criterion?.name ?? words('report.no-criterion'), { color: section.color.replace('#', '') }),
    ...paragraphsOf(tools, criterion?.definition ?? '', { style: styleIds.lead, keepNext: true }),
    ...(convergence.judged || convergence.suggested
      ? [labelled(tools, words('report.convergence'), convergenceLine(tools, convergence))]
      : []),
    ...box(
      tools,
      words('report.questions'),
      section.questions.map(({ number, text }) => `${number}  ${text}`),
    ),
    ...section.findings.flatMap((finding) => findingPart(tools, finding)),
    ...box(
      tools,
      words('report.in-short'),
      section.findings.map((finding) => inShort(tools, finding)),
    ),
  ];
}

/** One line of the boxed summary that closes a criterion. */
function inShort(tools: WordTools, { finding, scale }: ReportFinding): string {
  const strength = finding.strength ? ` (${strengthInWords(finding.strength, scale, tools.words)})` : '';
  const [first = ''] = finding.text.split('\n');
  return `${finding.number}  ${finding.title || first || tools.words('report.untitled')}${strength}`;
}

function findingPart(tools: WordTools, item: ReportFinding): readonly Paragraph[] {
  const { words } = tools;
  const { finding, evidence, contrary, mixed } = item;
  const strength = finding.strength ? strengthInWords(finding.strength, item.scale, words) : words('report.not-judged');
  const suggested = item.suggestedStrength ? words(`strength-level.${item.suggestedStrength}`) : null;
  return [
    heading(tools, 3, `${finding.number}  ${finding.title || words('report.untitled')}`, {
      anchor: anchorOf(finding.id),
    }),
    ...paragraphsOf(tools, finding.text),
    labelled(tools, words('report.strength'), judgedLine(tools, strength, suggested, finding.strengthReason)),
    ...(item.convergence.judged || item.convergence.suggested
      ? [labelled(tools, words('report.convergence'), convergenceLine(tools, item.convergence))]
      : []),
    ...(item.questions.length > 0
      ? [labelled(tools, words('report.answers'), item.questions.map(({ number }) => number).join(', '))]
      : []),
    ...(evidence.length + contrary.length + mixed.length + item.statistics.length + item.heldBack === 0
      ? paragraphsOf(tools, words('report.no-evidence'), flagged)
      : []),
    ...block(tools, words(`report.evidence-${item.side}`), evidence),
    ...item.statistics.map((statistic) => statisticLine(tools, statistic)),
    ...block(tools, words('report.contrary'), contrary),
    ...block(tools, words('report.mixed'), mixed),
    ...(finding.contested.trim() === '' ? [] : [labelled(tools, words('report.contested'), finding.contested)]),
    ...(item.heldBack > 0 ? paragraphsOf(tools, words('report.held-back', { count: item.heldBack }), flagged) : []),
    ...(item.withdrawn > 0 ? paragraphsOf(tools, words('flag.withdrawn', { count: item.withdrawn }), flagged) : []),
    ...(item.removed > 0 ? paragraphsOf(tools, words('flag.removed', { count: item.removed }), flagged) : []),
  ];
}

/** Such as `▲ Used it: 75 % (45 of 60; 95 % interval 63 to 84 %)`. */
function statisticLine(tools: WordTools, { label, result, direction, figure }: ReportStatistic): Paragraph {
  const { words } = tools;
  const format = (value: number): string =>
    result === 'share' ? `${Math.round(value * 100)} %` : String(Math.round(value * 100) / 100);
  const value = figure.value === null ? words('report.no-answers') : format(figure.value);
  const interval = figure.interval
    ? `; ${words('report.interval', { low: format(figure.interval.low), high: format(figure.interval.high) })}`
    : '';
  const counted = words(`report.counted-${result}`, { counted: figure.counted, answered: figure.answered });
  return new Paragraph({
    style: styleIds.source,
    children: [...runsOf(tools, `${directionGlyphs[direction]} ${label}: ${value} (${counted}${interval})`)],
  });
}

const flagged = { style: styleIds.flag };

function block(tools: WordTools, label: string, evidence: readonly ReportEvidence[]): readonly Paragraph[] {
  if (evidence.length === 0) return [];
  return [
    new Paragraph({ style: styleIds.label, children: [...runsOf(tools, `${label} (${evidence.length})`)] }),
    ...evidence.flatMap((entry) => quote(tools, entry)),
  ];
}

/** The words themselves, then who says them and how they stand to the code. */
function quote(tools: WordTools, { excerpt, flags }: ReportEvidence): readonly Paragraph[] {
  const { words } = tools;
  const { direction } = excerpt.coding;
  const border = {
    left: { style: BorderStyle.SINGLE, size: 18, color: directionColors[direction], space: 8 },
  } as const;
  const text = excerpt.quote ?? words('report.text-missing');
  const language = wordLanguage(excerpt.source?.language ?? null);
  const look = { rightToLeft: runsRightToLeft(text), ...(language ? { language: { value: language } } : {}) };
  const quoted = excerpt.quote === null ? text : words('report.quote-open') + text.trim() + words('report.quote-close');
  const method = excerpt.source ? words(`method.${excerpt.source.method}`).toLocaleLowerCase() : '';
  const from = [excerpt.label, method].filter(Boolean).join(', ');
  const changes = flags.map((flag) => words(`flag.${flag}`)).join(', ');
  return [
    paragraph(runsOf(tools, quoted, look), text, { style: styleIds.quote, border, keepLines: text.length < 900 }),
    new Paragraph({
      style: styleIds.source,
      border,
      children: [
        new TextRun({ text: directionGlyphs[direction], bold: true, color: directionColors[direction] }),
        ...runsOf(tools, ` ${words(`direction.${direction}`)}  ·  ${from}`),
      ],
    }),
    ...(flags.length > 0 ? paragraphsOf(tools, words('report.changed', { changes }), flagged) : []),
  ];
}

function convergenceLine(tools: WordTools, convergence: ReportConvergence): string {
  const { words } = tools;
  const judged = convergence.judged ? convergenceInWords(convergence.judged, words) : words('report.not-judged');
  return judgedLine(
    tools,
    judged,
    convergence.suggested ? convergenceInWords(convergence.suggested, words) : null,
    convergence.reason,
  );
}

/** Such as `strong (suggested: triangulated). Three methods agree.` */
function judgedLine(tools: WordTools, judged: string, suggested: string | null, reason: string): string {
  const aside = suggested === null ? '' : ` (${tools.words('report.suggested', { value: suggested })})`;
  return `${judged}${aside}.${reason.trim() === '' ? '' : ` ${reason.trim()}`}`;
}
