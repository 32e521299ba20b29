/** Records of the last 24 hours, a bar for each; every bar leads to its records. Arrow keys move between bars. */
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { formatCount, formatHour } from '../../display/format.ts';
import { type Hour, roundUp } from './hours.ts';

const HEIGHT = 132;
const TOP = 8;
const LEFT = 52;
const RIGHT = 12;
const BOTTOM = 18;

export function HourChart({ hours }: { hours: readonly Hour[] }) {
	const [current, setCurrent] = useState(hours.length - 1);
	const [width, setWidth] = useState(900);
	const chart = useRef<SVGSVGElement>(null);
	useLayoutEffect(() => {
		const element = chart.current;
		if (!element) return;
		const observer = new ResizeObserver(() => setWidth(element.clientWidth));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	const scale = roundUp(Math.max(...hours.map((hour) => hour.records)));
	const step = (width - LEFT - RIGHT) / hours.length;
	const heightOf = (records: number) => (records / scale) * (HEIGHT - TOP - BOTTOM);
	const onKeyDown = (event: KeyboardEvent) => {
		const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
		if (move === undefined) return;
		event.preventDefault();
		const next = Math.min(hours.length - 1, Math.max(0, current + move));
		setCurrent(next);
		chart.current?.querySelectorAll<SVGAElement>('a')[next]?.focus();
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset.
		<svg
			ref={chart}
			className="hour-chart"
			viewBox={`0 0 ${width} ${HEIGHT}`}
			role="group"
			aria-label="Records by hour, last 24 hours. Arrow keys move between hours."
			onKeyDown={onKeyDown}
		>
			{[0, 0.5, 1].map((share) => (
				<g key={share}>
					<line
						className="grid-line"
						x1={LEFT}
						x2={width - RIGHT}
						y1={HEIGHT - BOTTOM - heightOf(scale * share)}
						y2={HEIGHT - BOTTOM - heightOf(scale * share)}
					/>
					<text
						className="axis-text"
						x={LEFT - 6}
						y={HEIGHT - BOTTOM - heightOf(scale * share) + 4}
						textAnchor="end"
					>
						{formatCount(scale * share)}
					</text>
				</g>
			))}
			{hours.map((hour, index) => {
				const x = LEFT + index * step;
				const height = Math.max(hour.records > 0 ? 1.5 : 0, heightOf(hour.records));
				const label = `${formatHour(hour.from)}: ${formatCount(hour.records)} records`;
				return (
					<Link
						key={hour.from}
						to="/records"
						search={{ receivedFrom: hour.from, receivedUntil: hour.until }}
						preload={false}
						aria-label={label}
						tabIndex={index === current ? 0 : -1}
						onFocus={() => setCurrent(index)}
					>
						<title>{label}</title>
						<rect className="hit" x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
						<rect
							className={index === hours.length - 1 ? 'bar bar-current' : 'bar'}
							x={x + 3}
							y={HEIGHT - BOTTOM - height}
							width={step - 6}
							height={height}
							rx={1}
						/>
						{index % 2 === 0 && (
							<text className="axis-text" x={x + step / 2} y={HEIGHT - 5} textAnchor="middle">
								{formatHour(hour.from)}
							</text>
						)}
					</Link>
				);
			})}
		</svg>
	);
}

/** The course of the last 24 hours in the height of a table row. Its numbers are in the table beside it. */
export function HourSpark({ hours }: { hours: readonly Hour[] }) {
	const largest = Math.max(1, ...hours.map((hour) => hour.records));
	return (
		<svg className="hour-spark" viewBox="0 0 96 18" aria-hidden="true">
			{hours.map((hour, index) => {
				const height = (hour.records / largest) * 17;
				return <rect key={hour.from} x={index * 4} y={18 - height} width={3} height={height} />;
			})}
		</svg>
	);
}
