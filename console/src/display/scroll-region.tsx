import type { ReactNode } from 'react';

/** A part of a page that scrolls by itself. It can be reached by keyboard, also where nothing in it can. */
export function ScrollRegion({
	label,
	className,
	children,
}: {
	label: string;
	className: string;
	children: ReactNode;
}) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1).
		<section className={className} aria-label={label} tabIndex={0}>
			{children}
		</section>
	);
}
