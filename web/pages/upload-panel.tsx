/** Where files are dropped or chosen, and what became of each. A form that works without JavaScript, better with it. */
import { hasRunPage, importLine, type UploadedFile } from '../words/en/import-answer.ts';
import { IMPORTS, importSummary } from '../words/en/imports.ts';
import { UploadIcon } from './icons.tsx';

export interface UploadPanelProps {
  /** Files of a form sent without JavaScript. */
  files?: readonly UploadedFile[];
  /** Shown only once files are dropped on the page. */
  isHidden?: boolean;
}

export function UploadPanel({ files = [], isHidden = false }: UploadPanelProps) {
  return (
    <section class="upload" data-upload hidden={isHidden} aria-label={IMPORTS.title}>
      <form class="drop-zone" method="post" action="/imports" enctype="multipart/form-data">
        <UploadIcon />
        <p class="drop-hint with-script">{IMPORTS.drop}</p>
        <p class="drop-hint no-script">{IMPORTS.noScript}</p>
        <p class="drop-buttons">
          <label class="button file-button">
            {IMPORTS.choose}
            <input class="visually-hidden" type="file" name="files" multiple />
          </label>
          <label class="button file-button with-script">
            {IMPORTS.chooseFolder}
            <input class="visually-hidden" type="file" webkitdirectory multiple />
          </label>
        </p>
        <button class="button no-script" type="submit">
          {IMPORTS.send}
        </button>
      </form>
      <div class="notice interrupted" data-part="interrupted" hidden />
      <p class="visually-hidden" role="status" data-part="announcement" />
      <Progress files={files} />
    </section>
  );
}

/** Filled by the browser's script while files come in; `hidden` parts are its own. */
function Progress({ files }: { files: readonly UploadedFile[] }) {
  const wasSent = files.length > 0;
  return (
    <div class="upload-progress" data-part="progress" hidden={!wasSent}>
      <div class="upload-head">
        <p class="upload-headline" data-part="headline" tabindex={-1}>
          {wasSent && importSummary(files, files.length)}
        </p>
        <p class="muted number" data-part="count" />
      </div>
      <progress max={1} value={wasSent ? 1 : 0} aria-label={IMPORTS.title} />
      <div class="upload-notes muted" data-part="notes" hidden />
      <p class="upload-actions">
        <a class="button primary" href="/" data-part="done" hidden={!wasSent}>
          {IMPORTS.seeWeek}
        </a>
        <ActionButton action="pause" text={IMPORTS.pause} />
        <ActionButton action="continue" text={IMPORTS.continue} />
        <ActionButton action="retry" text={IMPORTS.retry} />
        <ActionButton action="cancel" text={IMPORTS.cancel} />
        <ActionButton action="undo" text={IMPORTS.undo} />
        <ActionButton action="redo" text={IMPORTS.redo} />
      </p>
      <div class="upload-results" data-part="results">
        <fieldset class="segments upload-filters" data-part="filters" hidden>
          <legend class="visually-hidden">{IMPORTS.filterLabel}</legend>
        </fieldset>
        <ul class="upload-list" data-upload-list aria-label={IMPORTS.listLabel}>
          {files.map((file) => (
            <FileRow file={file} />
          ))}
        </ul>
        <button class="button" type="button" data-part="more" hidden>
          {IMPORTS.showMore}
        </button>
      </div>
    </div>
  );
}

function ActionButton({ action, text }: { action: string; text: string }) {
  return (
    <button class="button" type="button" data-import-action={action} hidden>
      {text}
    </button>
  );
}

/** Kept in step with `rowElement` of the browser's script. */
function FileRow({ file }: { file: UploadedFile }) {
  return (
    <li data-status={file.results[0]?.status}>
      <span class="file-name">{file.name}</span>
      {file.results.map((result) => (
        <>
          <span class="file-result">
            {hasRunPage(result) ? (
              <a href={`/runs/${result.activityId}`}>{importLine(result)}</a>
            ) : (
              importLine(result)
            )}
          </span>
          {result.warnings.map((warning) => (
            <span class="file-warning">{warning}</span>
          ))}
        </>
      ))}
    </li>
  );
}
