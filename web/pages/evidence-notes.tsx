/** How strong the evidence behind the flags is; every flag links here. */
import { EVIDENCE } from '../words/en/dashboard.ts';

export function EvidenceNotes() {
  return (
    <section class="evidence-notes" id="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{EVIDENCE.title}</h2>
      <p>{EVIDENCE.intro}</p>
      <dl>
        {EVIDENCE.items.map(({ name, text, link }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {text} {link && <a href={link.href}>{link.text}</a>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
