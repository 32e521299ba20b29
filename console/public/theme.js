// Sets the theme before the first paint, so that a dark room never sees a white flash.
// A file of its own, not inline, so that the content security policy can forbid inline scripts.
(() => {
	let choice = 'system';
	try {
		choice = localStorage.getItem('tidewaiter.theme') ?? 'system';
	} catch {
		// Storage is closed to this page: the system's theme it is.
	}
	const dark =
		choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	document.documentElement.classList.toggle('bp6-dark', dark);
})();
