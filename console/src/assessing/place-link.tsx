import { Link } from '@tanstack/react-router';
import { useAbility } from '../shell/session.ts';
import { placeText } from './place-text.ts';

/** A place in a record, leading to it. */
export function PlaceLink({ record, place }: { record: string; place: string }) {
	const mayRead = useAbility('record.read');
	const text = placeText(place);
	if (!mayRead || place === '') return <span className="nowrap">{text}</span>;
	return (
		<Link
			to="/records/$id"
			params={{ id: record }}
			search={{ at: place }}
			preload={false}
			className="nowrap"
			title={place}
		>
			{text}
		</Link>
	);
}
