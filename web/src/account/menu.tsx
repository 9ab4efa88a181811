import { useState } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useLanguage } from '../i18n/language.tsx';
import { Link, navigate } from '../router.tsx';
import { signOut } from './api.ts';
import { useSession } from './session.tsx';
import { useAccountWords } from './words.ts';

/** In the masthead: who is signed in, or that whoever uses this machine is one person. */
export function AccountMenu() {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { me, may } = useSession();
  const [failed, setFailed] = useState(false);
  if (!me) return null;
  if (me.local) {
    return (
      <span className="local-person">
        <span>{t.local}</span> <Link href="/accounts">{t.makeFirst}</Link>
      </span>
    );
  }
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
