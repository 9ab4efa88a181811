import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { droppedFiles, isStray } from './files.ts';

export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useLanguage();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])].filter((file) => !isStray(file.name)));
    event.target.value = ''; // the same file may be chosen again
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <section
      className="dropzone"
      aria-labelledby="upload-title"
      data-over={over}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path d="M14 5h14l9 9v29H14z" />
        <path d="M28 5v9h9" />
        <path d="M25.5 37V23M19.5 28.5l6-6 6 6" />
      </svg>
      <div>
        <h2 id="upload-title">{over ? t.dropNow : t.uploadTitle}</h2>
        <p>{t.uploadHint}</p>
      </div>
      <div className="actions">
        <button type="button" className="primary" onClick={() => files.current?.click()}>
          {t.chooseFiles}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {t.chooseFolder}
        </button>
      </div>
      <input ref={files} type="file" multiple hidden data-input="files" onChange={chosen} aria-label={t.chooseFiles} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-input="folder"
        onChange={chosen}
        aria-label={t.chooseFolder}
        {...{ webkitdirectory: '' }}
      />
    </section>
  );
}
