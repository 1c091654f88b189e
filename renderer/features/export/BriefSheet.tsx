/** The evaluation brief as it goes to paper; nothing of it is on the screen. */
import { createPortal } from 'react-dom';
import type { BriefContent } from '#shared/formats/brief/brief-content.ts';
import './BriefSheet.css';

/** The sheet. */
export function BriefSheet({ brief }: { readonly brief: BriefContent }) {
  return createPortal(
    <article className="brief-sheet" lang={brief.language} aria-hidden>
      <p className="brief-sheet__kind">{brief.kind}</p>
      <h1>{brief.title}</h1>
      <dl>
        {brief.facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {brief.sections.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          {items.map(({ lead, text }, place) => (
            // Two recommendations may begin with the same criteria.
            <p key={place} dir="auto">
              {lead !== '' && <strong>{lead}. </strong>}
              {text}
            </p>
          ))}
        </section>
      ))}
    </article>,
    document.body,
  );
}
