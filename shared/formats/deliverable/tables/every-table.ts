/** Every table of a deliverable, by its id. */
import type { DeliverableFigures } from '#shared/formats/deliverable/deliverable-order.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import {
  codebookTable,
  coverageTable,
  documentTable,
  evaluationMatrixTable,
  peopleTable,
} from '#shared/formats/deliverable/tables/account-tables.ts';
import {
  evidenceMatrix,
  learningTable,
  recommendationTable,
  summaryMatrix,
} from '#shared/formats/deliverable/tables/chain-tables.ts';
import type { DataTable, TableId } from '#shared/formats/deliverable/tables/data-table.ts';
import { respondentsByCodes } from '#shared/formats/deliverable/tables/respondents-codes.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

type BuildTable = (index: MaterialIndex, figures: DeliverableFigures, words: Words) => DataTable;

/** How each is built. */
const builders: Readonly<Record<TableId, BuildTable>> = {
  'evidence-matrix': (index, figures, words) => evidenceMatrix(index, figures.findings, words),
  'summary-matrix': (index, figures, words) => summaryMatrix(index, figures.findings, words),
  recommendations: (index, _figures, words) => recommendationTable(index, words),
  learnings: (index, _figures, words) => learningTable(index, words),
  'evaluation-matrix': (index, _figures, words) => evaluationMatrixTable(index, words),
  coverage: (index, _figures, words) => coverageTable(index, words),
  people: (index, _figures, words) => peopleTable(index, words),
  documents: (index, _figures, words) => documentTable(index, words),
  codebook: (index, _figures, words) => codebookTable(index, words),
  'respondents-codes': (index, _figures, words) => respondentsByCodes(index, words, true),
  'respondents-counts': (index, _figures, words) => respondentsByCodes(index, words, false),
};

/** Builds one table. */
export function buildTable(id: TableId, index: MaterialIndex, figures: DeliverableFigures, words: Words): DataTable {
  return builders[id](index, figures, words);
}
