/** A flag over two waves: the officer who waited for the tide. */
export function Logo() {
	return (
		<svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
			<path d="M11 3v9M11 4l7 2.6-7 2.6z" className="logo-flag" />
			<path d="M2 16c2.5 0 2.5-2 5-2s2.5 2 5 2 2.5-2 5-2 2.5 2 5 2M2 20.5c2.5 0 2.5-2 5-2s2.5 2 5 2 2.5-2 5-2 2.5 2 5 2" />
		</svg>
	);
}
