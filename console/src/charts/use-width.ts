import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width of an element in pixels, as it is shown now: charts are drawn in pixels, so that text in them keeps its size. */
export function useWidth(usual: number): { box: RefObject<HTMLDivElement | null>; width: number } {
	const box = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(usual);
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const observer = new ResizeObserver(() => {
			if (element.clientWidth > 0) setWidth(element.clientWidth);
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return { box, width };
}
