import { useCallback, useState } from 'react';
import { type Layout, useLayout } from '../../ui/media.ts';
import type { Panel } from '../tabs.tsx';

const TABS: Record<Layout, Panel[]> = {
  wide: ['figures', 'checks'],
  medium: ['figures', 'checks'],
  narrow: ['text', 'figures', 'checks'],
};

/** Which panels take turns in a window as wide as this one, and whose turn it is. */
export function usePanels() {
  const layout = useLayout();
  const tabs = TABS[layout];
  const [chosen, show] = useState<Panel>(layout === 'narrow' ? 'text' : 'figures');
  const tab = tabs.includes(chosen) ? chosen : (tabs[0] as Panel);
  const takesTurns = useCallback((panel: Panel) => tabs.includes(panel), [tabs]);
  /** Where the report does not stand beside the figures anyway. */
  const showText = useCallback(() => {
    if (takesTurns('text')) show('text');
  }, [takesTurns]);
  return { layout, tabs, tab, takesTurns, show, showText };
}
export type Panels = ReturnType<typeof usePanels>;
