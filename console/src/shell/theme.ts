/** Light, dark, or as the system says. `public/theme.js` does the same before the first paint. */
import { useSyncExternalStore } from 'react';
import { stored } from './stored.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const choice = stored<Theme>('theme', themes, 'system');
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function apply() {
	const theme = choice.read();
	const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
	document.documentElement.classList.toggle('bp6-dark', dark);
}

choice.subscribe(apply);
systemIsDark.addEventListener('change', apply);
apply();

export const setTheme = choice.write;
export const useTheme = (): Theme => useSyncExternalStore(choice.subscribe, choice.read);
