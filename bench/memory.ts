/**
 * Peak resident memory of this process and its children, in megabytes (10^6 bytes), sampled four times a second.
 */
import { readdirSync, readFileSync } from 'node:fs';

export function peakMemory(): { stop(): number } {
	let peak = 0;
	const sample = (): void => {
		peak = Math.max(peak, residentBytes());
	};
	sample();
	const timer = setInterval(sample, 250);
	return {
		stop: () => {
			clearInterval(timer);
			sample();
			return Math.round(peak / 1e6);
		},
	};
}

function residentBytes(): number {
	let bytes = process.memoryUsage.rss();
	for (const pid of childrenOf(process.pid)) {
		const pages = Number(readText(`/proc/${pid}/statm`).split(' ')[1] ?? 0);
		bytes += pages * 4_096;
	}
	return bytes;
}

/** Child processes where the system tells (Linux); none elsewhere. */
function childrenOf(parent: number): string[] {
	try {
		return readdirSync(`/proc/${parent}/task`).flatMap((task) =>
			readText(`/proc/${parent}/task/${task}/children`)
				.split(' ')
				.filter((pid) => pid !== ''),
		);
	} catch {
		return [];
	}
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
