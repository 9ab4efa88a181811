import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { dropped, type Folder, folderOfList, isStray, pickFolder, picksFolders } from '../batches/sending/walk.ts';
import { useLanguage } from '../i18n/language.tsx';

interface Props {
  onFiles: (files: File[]) => void;
  onFolder: (folder: Folder) => void;
}

export function DropZone({ onFiles, onFolder }: Props) {
  const { t } = useLanguage();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = ({ files: loose, folder: one }: { files: File[]; folder: Folder | null }) => {
    if (one) onFolder(one);
    else if (loose.length > 0) onFiles(loose);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const all = [...(event.target.files ?? [])];
    take({ files: all.filter((file) => !isStray(file.name)), folder: folderOfList(all) });
    event.target.value = ''; // the same file may be chosen again
  };
  const choose = () => {
    // Where the browser's own question fails, the older one is asked.
    if (picksFolders())
      void pickFolder()
        .then((one) => one && onFolder(one))
        .catch(() => folder.current?.click());
    else folder.current?.click();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void dropped(event.dataTransfer).then(take);
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
        <button type="button" onClick={choose}>
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
