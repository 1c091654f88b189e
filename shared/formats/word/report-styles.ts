/** The styles of our Word reports: real heading styles, so that outline, contents and the user's template work. */
import { AlignmentType, BorderStyle, LineRuleType, ShadingType, type IStylesOptions } from 'docx';

const FONT = 'Calibri';
export const ink = { text: '1F2933', heading: '24384A', quiet: '5B6B7A', line: 'C9D2DA', head: '33475B' } as const;

/** Names of the styles that are our own. */
export const styleIds = {
  quote: 'EvidenceQuote',
  source: 'EvidenceSource',
  label: 'EvidenceLabel',
  flag: 'EvidenceFlag',
  small: 'TableText',
  tableHead: 'TableHead',
  lead: 'Lead',
  box: 'SummaryBox',
  boxTitle: 'SummaryBoxTitle',
} as const;

type HeadingStyle = NonNullable<NonNullable<IStylesOptions['default']>['heading1']>;

/** Sizes are in half points, distances in twentieths of a point. */
export function reportStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number): HeadingStyle => ({
    run: { font: FONT, size, bold: true, color: ink.heading },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: ink.text, language: { value: language, eastAsia: language } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: ink.heading },
        paragraph: {
          spacing: { before: 3200, after: 240, line: 252, lineRule: LineRuleType.AUTO },
          alignment: AlignmentType.LEFT,
        },
      },
      heading1: heading(36, 0, 240),
      heading2: heading(28, 360, 120),
      heading3: heading(24, 320, 100),
    },
    paragraphStyles: [...textStyles, ...evidenceStyles, ...boxStyles, ...tableStyles, ...contentsStyles],
  };
}

type ParagraphStyles = NonNullable<IStylesOptions['paragraphStyles']>;

const textStyles: ParagraphStyles = [
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: 28, color: ink.quiet },
    paragraph: { spacing: { after: 360 } },
  },
  {
    id: styleIds.lead,
    name: 'Lead',
    basedOn: 'Normal',
    quickFormat: true,
    run: { italics: true, color: ink.quiet },
    paragraph: { spacing: { after: 160 } },
  },
];

const evidenceStyles: ParagraphStyles = [
  {
    id: styleIds.label,
    name: 'Evidence Label',
    basedOn: 'Normal',
    next: styleIds.quote,
    quickFormat: true,
    run: { bold: true, size: 20, color: ink.heading, allCaps: false },
    paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
  },
  {
    id: styleIds.quote,
    name: 'Evidence Quote',
    basedOn: 'Normal',
    next: styleIds.source,
    quickFormat: true,
    run: { size: 21 },
    paragraph: {
      indent: { left: 284, right: 284 },
      spacing: { before: 100, after: 0, line: 264, lineRule: LineRuleType.AUTO },
      keepNext: true,
    },
  },
  {
    id: styleIds.source,
    name: 'Evidence Source',
    basedOn: 'Normal',
    next: styleIds.quote,
    quickFormat: true,
    run: { size: 18, color: ink.quiet },
    paragraph: { indent: { left: 284, right: 284 }, spacing: { after: 120 } },
  },
  {
    id: styleIds.flag,
    name: 'Evidence Flag',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18, color: '8A4B08', italics: true },
    paragraph: { indent: { left: 284, right: 284 }, spacing: { after: 120 } },
  },
];

const boxLine = { style: BorderStyle.SINGLE, size: 6, color: ink.head, space: 6 } as const;
const boxLook = {
  border: { top: boxLine, bottom: boxLine, left: boxLine, right: boxLine },
  shading: { type: ShadingType.CLEAR, fill: 'EEF3F6', color: 'auto' },
  indent: { left: 170, right: 170 },
} as const;

/** Paragraphs of one look that follow each other stand in one box. */
const boxStyles: ParagraphStyles = [
  {
    id: styleIds.boxTitle,
    name: 'Summary Box Title',
    basedOn: 'Normal',
    next: styleIds.box,
    quickFormat: true,
    run: { bold: true, color: ink.heading },
    paragraph: { ...boxLook, spacing: { before: 200, after: 60 }, keepNext: true },
  },
  {
    id: styleIds.box,
    name: 'Summary Box',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 21 },
    paragraph: { ...boxLook, spacing: { before: 0, after: 40 } },
  },
];

const tableStyles: ParagraphStyles = [
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { bold: true, size: 19, color: ink.heading },
    paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
  },
  {
    id: styleIds.small,
    name: 'Table Text',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 19 },
    paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: styleIds.tableHead,
    name: 'Table Head',
    basedOn: styleIds.small,
    quickFormat: true,
    run: { bold: true, color: 'FFFFFF', size: 17 },
    paragraph: { keepNext: true },
  },
];

const contentsStyles: ParagraphStyles = [
  contentsStyle('TOC1', 'toc 1', 0, true),
  contentsStyle('TOC2', 'toc 2', 240, false),
  contentsStyle('TOC3', 'toc 3', 480, false),
];

function contentsStyle(id: string, name: string, left: number, bold: boolean): ParagraphStyles[number] {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold, size: bold ? 22 : 21 },
    paragraph: {
      indent: { left },
      spacing: { before: bold ? 160 : 0, after: 40, line: 252, lineRule: LineRuleType.AUTO },
    },
  };
}

/** Thin lines between rows and none at the sides. */
export const tableBorders = {
  top: { style: BorderStyle.SINGLE, size: 4, color: ink.line },
  bottom: { style: BorderStyle.SINGLE, size: 4, color: ink.line },
  left: { style: BorderStyle.NONE, size: 0, color: 'auto' },
  right: { style: BorderStyle.NONE, size: 0, color: 'auto' },
  insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: ink.line },
  insideVertical: { style: BorderStyle.NONE, size: 0, color: 'auto' },
} as const;
