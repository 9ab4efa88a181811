import { type KeyboardEvent, type Ref, type RefObject, useContext, useRef, useState } from 'react';
import { Button, ComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLanguage } from '../i18n/language.tsx';
import { matches, type Option } from './state/matches.ts';

interface Props {
  label: string;
  options: readonly Option[];
  /** The chosen option's id, null for none. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
  /** What stands in the empty box. */
  empty?: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  id?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** What is chosen goes elsewhere: the box is empty again for the next. */
  clears?: boolean;
}

/** A choice by typing: "ho ngheo" finds "Hộ nghèo", Enter takes the first that is found. */
export function Combo({ label, options, chosen, onChoose, empty, invalid, describedBy, id, inputRef, clears }: Props) {
  const { t } = useLanguage();
  const nameOf = (key: string | null) =>
    key === null ? '' : (options.find((option) => option.id === key)?.name ?? key);
  const [typed, setTyped] = useState(() => nameOf(chosen));
  const [last, setLast] = useState(chosen);
  if (last !== chosen) {
    setLast(chosen);
    setTyped(nameOf(chosen));
  }
  const list = useRef<OpenList>(null);
  const searching = typed !== nameOf(chosen);
  const found = searching ? matches(options, typed) : [...options];
  const choose = (key: string | null) => {
    onChoose(key);
    setTyped(clears ? '' : nameOf(key));
  };
  // The list points at what was chosen before, also while somebody types: that is not what the person points at.
  const pointing = useRef(false);
  const takeFirst = (event: KeyboardEvent) => {
    const input = event.target;
    if (event.key !== 'Enter' || !(input instanceof HTMLInputElement)) {
      pointing.current = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      return;
    }
    const pointed = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    // A list that opened by itself when the box was cleared does not take the Enter that is the form's.
    const isForms = !searching && !pointed && list.current?.isOpen;
    if (isForms) return input.form?.requestSubmit();
    if (!searching || (pointed && pointing.current)) return;
    event.preventDefault();
    event.stopPropagation();
    const first = typed.trim() === '' ? null : found[0];
    if (first !== undefined) choose(first === null ? null : first.id);
    list.current?.close();
  };
  return (
    <div className="combo" onKeyDownCapture={takeFirst}>
      <ComboBox
        aria-label={label}
        items={found}
        value={chosen}
        onChange={(key) => key !== null && choose(String(key))}
        inputValue={typed}
        onInputChange={setTyped}
        onBlur={() => (typed.trim() === '' ? chosen !== null && choose(null) : setTyped(nameOf(chosen)))}
        allowsEmptyCollection
        allowsCustomValue
        isInvalid={invalid ?? false}
        menuTrigger="input"
      >
        <Input
          ref={inputRef}
          id={id}
          aria-describedby={describedBy}
          placeholder={empty ?? t.desk.choose}
          // The list of options tells the box of a focus it never lost, while somebody types.
          onFocus={(event) => event.nativeEvent.isTrusted && event.target.select()}
        />
        <Button aria-label={t.desk.open}>▾</Button>
        <ListState of={list} />
        <Popover className="combo-popover" offset={2}>
          <ListBox
            className="combo-list"
            renderEmptyState={() => <div className="second">{t.desk.noMatch}</div>}
            items={found}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.name}>
                {option.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

type OpenList = { isOpen: boolean; close(): void } | null;

/** Hands out the state of the list, which react-aria tells its children only. */
function ListState({ of }: { of: RefObject<OpenList> }) {
  of.current = useContext(ComboBoxStateContext);
  return null;
}
