import { At } from '../located.tsx';

/** Codes in a row, each at its own path. */
export function CodeList({ path, codes }: { path: string; codes: readonly string[] }) {
	return codes.map((code, index) => {
		const codePath = `${path}[${index}]`;
		return (
			<span key={codePath}>
				{index > 0 && ', '}
				<At path={codePath}>{code}</At>
			</span>
		);
	});
}
