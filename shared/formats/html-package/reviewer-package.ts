/**
 * The reviewer package: one HTML file in which every finding opens its evidence in context. It works from a stick in any
 * browser, with no network and no script, and holds only what its profile lets out.
 */
import { succeed } from '#shared/basics/result.ts';
import { directionGlyphs } from '#shared/domain/coding/coding.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { DeliverableFigures } from '#shared/formats/deliverable/deliverable-order.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import { leftOutRemarks } from '#shared/formats/deliverable/left-out.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { convergenceInWords } from '#shared/formats/deliverable/matrix-table.ts';
import { strengthInWords } from '#shared/formats/deliverable/strength-in-words.ts';
import { documentTable, peopleTable } from '#shared/formats/deliverable/tables/account-tables.ts';
import { evidenceMatrix } from '#shared/formats/deliverable/tables/chain-tables.ts';
import type { DataTable } from '#shared/formats/deliverable/tables/data-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { chainSections } from '#shared/formats/html-package/chain-sections.ts';
import { contextOf } from '#shared/formats/html-package/evidence-context.ts';
import { markup, nothing, paragraphs, when, type Markup } from '#shared/formats/html-package/markup.ts';
import { packageStyle } from '#shared/formats/html-package/package-style.ts';
import { writePage } from '#shared/formats/html-package/page.ts';
import {
  reportContent,
  type ReportContent,
  type ReportConvergence,
  type ReportEvidence,
  type ReportFinding,
  type ReportSection,
} from '#shared/formats/word/report-content.ts';

export type ReviewerPackageRequest = {
  readonly words: Words;
  readonly language: Language;
  readonly exportedAt: string;
  readonly figures: DeliverableFigures;
};

type Desk = { readonly index: MaterialIndex; readonly words: Words };

/** Writes the page. */
export async function writeReviewerPackage(
  material: EvaluationMaterial,
  request: ReviewerPackageRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const { words, language, figures } = request;
  const index = indexMaterial(material);
  const desk: Desk = { index, words };
  const content = reportContent(index, [...figures.criteria.rows, ...figures.findings.rows]);
  if (control.signal?.aborted) return exportCancelled();
  const { title } = index.evaluation;
  const bytes = await writePage({
    title: `${title}: ${words('package.kind')}`,
    language,
    style: packageStyle,
    body: markup`<header>
        <h1 dir="auto">${title}</h1>
        <p class="soft">${words('package.kind')} · ${request.exportedAt.slice(0, 10)}</p>
        <p class="note">${words(`profile-note.${material.profile ?? 'full'}`)} ${words('package.how')}</p>
      </header>
      ${contentsOf(desk, content)}
      <main>
        ${backgroundOf(desk)}
        <section aria-labelledby="findings">
          <h2 id="findings">${words('report.findings')}</h2>
          ${content.sections.length === 0 ? markup`<p>${words('report.none')}</p>` : nothing}
          ${content.sections.map((section, place) => criterionSection(desk, section, `criterion-${place}`))}
        </section>
        ${chainSections(index, words)}
        <section aria-labelledby="matrix">
          <h2 id="matrix">${words('table.evidence-matrix')}</h2>
          ${dataTable(words, evidenceMatrix(index, figures.findings, words, false), ['finding', 'strength-reason', 'convergence-reason', 'contrary-answer'])}
        </section>
        <section aria-labelledby="people">
          <h2 id="people">${words('annex.people')}</h2>
          ${dataTable(words, peopleTable(index, words))}
        </section>
        <section aria-labelledby="documents">
          <h2 id="documents">${words('annex.documents')}</h2>
          ${dataTable(words, documentTable(index, words))}
        </section>
        ${leftOutSection(desk, content)}
      </main>`,
  });
  const remarks: ExportRemark[] = [...leftOutRemarks(content.leftOut)];
  if (content.missingTexts > 0) remarks.push({ code: 'texts-missing', values: { count: content.missingTexts } });
  control.onProgress?.({ done: 1, total: 1 });
  return succeed({ bytes, remarks });
}

function contentsOf({ words }: Desk, content: ReportContent): Markup {
  const criteria = content.sections.map(
    (section, place) =>
      markup`<li><a href="#criterion-${place}">${section.criterion?.name ?? words('report.no-criterion')}</a></li>`,
  );
  return markup`<nav aria-label="${words('report.contents')}">
    <h2>${words('report.contents')}</h2>
    <ol>
      <li><a href="#background">${words('report.background')}</a></li>
      <li>
        <a href="#findings">${words('report.findings')}</a>${when(
          criteria.length > 0,
          () =>
            markup`<ol>
              ${criteria}
            </ol>`,
        )}
      </li>
      <li><a href="#conclusions">${words('report.conclusions')}</a></li>
      <li><a href="#recommendations">${words('report.recommendations')}</a></li>
      <li><a href="#learnings">${words('table.learnings')}</a></li>
      <li><a href="#matrix">${words('table.evidence-matrix')}</a></li>
      <li><a href="#people">${words('annex.people')}</a></li>
      <li><a href="#documents">${words('annex.documents')}</a></li>
    </ol>
  </nav>`;
}

function backgroundOf({ index, words }: Desk): Markup {
  const { intervention } = index.material.records;
  return markup`<section aria-labelledby="background">
    <h2 id="background">${words('report.background')}</h2>
    ${paragraphs(index.evaluation.summary)}
    ${when(
      intervention.length > 0,
      () =>
        markup`<dl class="facts">
          ${intervention.map(
            (item) =>
              markup`<dt>${item.code}</dt>
                <dd dir="auto">
                  ${[item.title, item.donors, item.budget, [item.startDate, item.endDate].filter(Boolean).join(' – ')].filter(Boolean).join(' · ')}
                </dd>`,
          )}
        </dl>`,
    )}
  </section>`;
}

function criterionSection(desk: Desk, section: ReportSection, id: string): Markup {
  const { words } = desk;
  return markup`<section aria-labelledby="${id}">
    <h3 id="${id}">${section.criterion?.name ?? words('report.no-criterion')}</h3>
    <p class="soft" dir="auto">${section.criterion?.definition ?? ''}</p>
    ${when(
      section.questions.length > 0,
      () =>
        markup`<div class="box">
          <strong>${words('report.questions')}</strong>
          <ul>
            ${section.questions.map(({ number, text }) => markup`<li dir="auto">${number} ${text}</li>`)}
          </ul>
        </div>`,
    )}
    ${section.findings.map((finding) => findingArticle(desk, finding))}
  </section>`;
}

function findingArticle(desk: Desk, item: ReportFinding): Markup {
  const { words } = desk;
  const { finding } = item;
  const strength = finding.strength ? strengthInWords(finding.strength, item.scale, words) : words('report.not-judged');
  const suggested = item.suggestedStrength ? words(`strength-level.${item.suggestedStrength}`) : null;
  const counts = [
    item.heldBack > 0 && words('report.held-back', { count: item.heldBack }),
    item.withdrawn > 0 && words('flag.withdrawn', { count: item.withdrawn }),
    item.removed > 0 && words('flag.removed', { count: item.removed }),
  ].filter((line): line is string => Boolean(line));
  return markup`<article aria-labelledby="finding-${finding.id}">
    <h4 id="finding-${finding.id}" dir="auto">${finding.number} ${finding.title || words('report.untitled')}</h4>
    ${paragraphs(finding.text)}
    <dl class="facts">
      <dt>${words('report.strength')}</dt>
      <dd dir="auto">${judged(words, strength, suggested, finding.strengthReason)}</dd>
      <dt>${words('report.convergence')}</dt>
      <dd dir="auto">${convergenceLine(words, item.convergence)}</dd>
    </dl>
    ${evidenceBlock(desk, words(`report.evidence-${item.side}`), item.evidence)}
    ${evidenceBlock(desk, words('report.contrary'), item.contrary)}
    ${evidenceBlock(desk, words('report.mixed'), item.mixed)}
    ${when(
      finding.contested.trim() !== '',
      () =>
        markup`<h5>${words('report.contested')}</h5>
          ${paragraphs(finding.contested)}`,
    )}
    ${counts.map((line) => markup`<p class="warn">${line}</p>`)}
  </article>`;
}

function evidenceBlock(desk: Desk, label: string, evidence: readonly ReportEvidence[]): Markup {
  if (evidence.length === 0) return nothing;
  return markup`<h5>${label} (${evidence.length})</h5>
    ${evidence.map((entry) => evidenceEntry(desk, entry))}`;
}

/** The quote, and when opened what stands around it and where it comes from. */
function evidenceEntry({ index, words }: Desk, { excerpt, flags }: ReportEvidence): Markup {
  const { coding, source } = excerpt;
  const method = source ? words(`method.${source.method}`).toLocaleLowerCase() : '';
  const sign = markup`<span class="sign"
    >${directionGlyphs[coding.direction]} ${words(`direction.${coding.direction}`)} ·
    ${[excerpt.label, method].filter(Boolean).join(', ')}</span
  >`;
  const language = source?.language ?? null;
  const spoken = excerpt.quote?.trim() ?? words('report.text-missing');
  const inLanguage = language ? markup` lang="${language}"` : nothing;
  const quote = markup`<q dir="auto"${inLanguage}>${words('report.quote-open')}${spoken}${words('report.quote-close')}</q>${sign}`;
  const changed = when(
    flags.length > 0,
    () =>
      markup`<p class="warn">
        ${words('report.changed', { changes: flags.map((flag) => words(`flag.${flag}`)).join(', ') })}
      </p>`,
  );
  // For the public a text is nothing but its quotes: what stands beside one is another one.
  const content = index.material.profile === 'public' ? undefined : index.material.contents.get(coding.revision);
  const context = contextOf(content, coding);
  if (!context) return markup`<div class="quote">${quote}${changed}</div>`;
  const facts = [source?.date, source?.place, index.codebook.pathOf(coding.code).join(' / ')]
    .filter(Boolean)
    .join(' · ');
  return markup`<details>
    <summary>${quote}</summary>
    ${changed}
    <div class="context" dir="auto"${inLanguage}>${context.before}<mark>${context.quote}</mark>${context.after}</div>
    <p class="sign" dir="auto">${facts} · ${coding.id}</p>
  </details>`;
}

function judged(words: Words, value: string, suggested: string | null, reason: string): string {
  const aside = suggested === null ? '' : ` (${words('report.suggested', { value: suggested })})`;
  return `${value}${aside}. ${reason}`.trim();
}

function convergenceLine(words: Words, convergence: ReportConvergence): string {
  const value = convergence.judged ? convergenceInWords(convergence.judged, words) : words('report.not-judged');
  const suggested = convergence.suggested ? convergenceInWords(convergence.suggested, words) : null;
  return judged(words, value, suggested, convergence.reason);
}

/** A table that can be scrolled by keyboard where it is too wide; empty columns are left out. */
function dataTable(words: Words, data: DataTable, without: readonly string[] = []): Markup {
  if (data.rows.length === 0) return markup`<p>${words('report.none')}</p>`;
  const shown = data.columns.flatMap((column, place) =>
    without.includes(column.id) || data.rows.every((row) => row[place] === null || row[place] === '')
      ? []
      : [{ column, place }],
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${`${words('report.table')}: ${words(`table.${data.id}`)}`}">
    <table>
      <thead>
        <tr>
          ${shown.map(({ column }) => markup`<th scope="col">${column.header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${data.rows.map(
          (row) =>
            markup`<tr>
              ${shown.map(({ place }) => markup`<td dir="auto">${row[place] ?? ''}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function leftOutSection({ words }: Desk, content: ReportContent): Markup {
  const remarks = leftOutRemarks(content.leftOut);
  if (remarks.length === 0) return nothing;
  return markup`<section aria-labelledby="left-out">
    <h2 id="left-out">${words('sheet.left-out')}</h2>
    <ul>
      ${remarks.map(({ code, values }) => markup`<li>${words(`remark.${code}`, values)}</li>`)}
    </ul>
  </section>`;
}
