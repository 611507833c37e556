/** Where files are dropped or chosen, and what became of each. A form that works without JavaScript, better with it. */
import { IMPORTS, importLine, importSummary, type UploadedFile } from '../words/en/imports.ts';
import { UploadIcon } from './icons.tsx';

export interface UploadPanelProps {
  /** Files of a form sent without JavaScript. */
  files?: readonly UploadedFile[];
  /** Shown only once files are dropped on the page. */
  isHidden?: boolean;
}

export function UploadPanel({ files = [], isHidden = false }: UploadPanelProps) {
  const wasSent = files.length > 0;
  return (
    <section class="upload" data-upload hidden={isHidden} aria-label={IMPORTS.title}>
      <form class="drop-zone" method="post" action="/imports" enctype="multipart/form-data">
        <UploadIcon />
        <p class="drop-hint">{IMPORTS.drop}</p>
        <label class="button file-button">
          {IMPORTS.choose}
          <input class="visually-hidden" type="file" name="files" multiple />
        </label>
        <button class="button no-script" type="submit">
          {IMPORTS.send}
        </button>
      </form>
      <div class="upload-progress" data-upload-progress hidden={!wasSent}>
        <p role="status" data-upload-summary>
          {wasSent && importSummary(files, files.length)}
        </p>
        <progress max={files.length || 1} value={files.length} aria-label={IMPORTS.title} />
        <p class="upload-actions">
          <a class="button primary" href="/" data-upload-done hidden={!wasSent}>
            {IMPORTS.seeWeek}
          </a>
          <button class="button" type="button" data-upload-retry hidden>
            {IMPORTS.retry}
          </button>
        </p>
        <ul class="upload-list" data-upload-list aria-label={IMPORTS.listLabel}>
          {files.map((file) => (
            <FileRow file={file} />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Kept in step with `fileRow` of the browser's script. */
function FileRow({ file }: { file: UploadedFile }) {
  return (
    <li data-status={file.results[0]?.status}>
      <span class="file-name">{file.name}</span>
      {file.results.map((result) => (
        <span class="file-result">
          {importLine(result)}
          {result.warnings.map((warning) => (
            <span class="file-warning">{warning}</span>
          ))}
        </span>
      ))}
    </li>
  );
}
