/** What rests on the findings, each item leading back to them. */
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { markup, nothing, paragraphs, when, type Markup } from '#shared/formats/html-package/markup.ts';

/** Conclusions, recommendations, lessons and good practices. */
export function chainSections(index: MaterialIndex, words: Words): Markup {
  const { conclusion, recommendation, learning, finding, code } = index.material.records;
  const linksTo = (
    items: readonly { readonly id: string; readonly number: string }[],
    linked: Readonly<Record<string, true>>,
    kind: string,
  ): Markup => {
    const rests = items.filter(({ id }) => linked[id]);
    const links = rests.map(({ id, number }) => markup`<a href="#${kind}-${id}">${number}</a> `);
    return when(
      rests.length > 0,
      () => markup`<p class="soft">${words('report.rests-on', { numbers: '' })}${links}</p>`,
    );
  };
  const none = markup`<p>${words('report.none')}</p>`;
  const facts = (pairs: readonly (readonly [string, string])[]): Markup =>
    markup`<dl class="facts">
      ${pairs.flatMap(([name, value]) =>
        value
          ? [
              markup`<dt>${name}</dt>
                <dd dir="auto">${value}</dd>`,
            ]
          : [],
      )}
    </dl>`;
  return markup`<section aria-labelledby="conclusions">
      <h2 id="conclusions">${words('report.conclusions')}</h2>
      ${conclusion.length === 0 ? none : nothing}
      ${conclusion.map(
        (item) =>
          markup`<article aria-labelledby="conclusion-${item.id}">
            <h3 id="conclusion-${item.id}">${item.number}</h3>
            ${paragraphs(item.text)} ${linksTo(finding, item.findings, 'finding')}
          </article>`,
      )}
    </section>
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">${words('report.recommendations')}</h2>
      ${recommendation.length === 0 ? none : nothing}
      ${recommendation.map(
        (item) =>
          markup`<article aria-labelledby="recommendation-${item.id}">
            <h3 id="recommendation-${item.id}">${item.number}</h3>
            ${paragraphs(item.text)}
            ${facts([
              [
                words('recommendation.criteria'),
                code
                  .filter(({ id }) => item.criteria[id])
                  .map(({ name }) => name)
                  .join(', '),
              ],
              [words('recommendation.addressee'), item.addressee],
              [words('recommendation.priority'), words(`priority.${item.priority}`)],
              [words('recommendation.timeframe'), item.timeframe],
            ])}
            ${linksTo(finding, item.findings, 'finding')} ${linksTo(conclusion, item.conclusions, 'conclusion')}
          </article>`,
      )}
    </section>
    <section aria-labelledby="learnings">
      <h2 id="learnings">${words('table.learnings')}</h2>
      ${learning.length === 0 ? none : nothing}
      ${learning.map(
        (item) =>
          markup`<article aria-labelledby="learning-${item.id}">
            <h3 id="learning-${item.id}">${item.number} ${words(`learning-type.${item.type}`)}</h3>
            ${paragraphs(item.text)} ${linksTo(finding, item.findings, 'finding')}
          </article>`,
      )}
    </section>`;
}
