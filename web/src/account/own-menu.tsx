import { useState } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { Me } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';
import { navigate } from '../router.tsx';
import { signOut } from './api.ts';
import { useSession } from './session.tsx';
import { useAccountWords } from './words.ts';

/** What a signed-in person can do about their account. */
export function OwnMenu({ me }: { me: Me }) {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { may } = useSession();
  const [failed, setFailed] = useState(false);
  const leave = () =>
    signOut(language).then(
      // Nothing of what this person has seen stays in the page.
      () => location.assign('/'),
      () => setFailed(true),
    );
  const choose = {
    own: () => navigate('/account'),
    accounts: () => navigate('/accounts'),
    out: () => void leave(),
  };
  return (
    <>
      {failed && (
        <span className="problem" role="alert">
          {t.signOutFailed}
        </span>
      )}
      <MenuTrigger>
        <Button className="account-button" aria-label={t.menu(me.name)}>
          <span className="name">{me.name}</span>
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="account-popover" placement="bottom end">
          <Menu aria-label={t.accounts} onAction={(key) => choose[key as keyof typeof choose]()}>
            <MenuSection>
              <Header>
                <strong>{me.name}</strong>
                {t.roles[me.role]}
              </Header>
              <MenuItem id="own">{t.ownAccount}</MenuItem>
              {may('administrator') && <MenuItem id="accounts">{t.manage}</MenuItem>}
              <MenuItem id="out">{t.signOut}</MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
