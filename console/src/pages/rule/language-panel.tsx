/** Facts, functions and code lists of the language, beside the editor: searched by typing, put in by Enter. */
import { InputGroup } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { RuleSubject } from '../../../../contract/rules.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { ruleLanguageQuery } from '../../queries/rule.ts';
import { type LanguageItem, languageItems, searchLanguage } from './language-items.ts';

type Props = {
	subject: RuleSubject;
	search: string;
	onSearch: (search: string) => void;
	input: RefObject<HTMLInputElement | null>;
	/** Puts a text in where the cursor of the condition stands. */
	onInsert: (text: string) => void;
	/** Back to the condition, with nothing put in. */
	onLeave: () => void;
};

const groups = [
	['fact', 'Facts'],
	['function', 'Functions'],
	['list', 'Code lists'],
] as const;

export function LanguagePanel({ subject, search, onSearch, input, onInsert, onLeave }: Props) {
	const language = useQuery(ruleLanguageQuery);
	const [current, setCurrent] = useState(0);
	const list = useRef<HTMLDivElement>(null);
	const items = language.data ? searchLanguage(languageItems(language.data, subject), search) : [];
	const at = Math.min(current, items.length - 1);
	useEffect(() => {
		list.current?.querySelector(`#language-${at}`)?.scrollIntoView({ block: 'nearest' });
	}, [at]);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
		const item = items[at];
		if (step !== undefined) setCurrent(Math.max(0, Math.min(items.length - 1, at + step)));
		else if (event.key === 'Enter' && item) onInsert(item.insert);
		else if (event.key === 'Escape') onLeave();
		else return;
		event.preventDefault();
	};
	return (
		<aside className="panel language" aria-label="Language">
			<div className="panel-head">
				<h2>Facts and functions</h2>
				<span className="muted">Ctrl Space; Enter puts it in</span>
			</div>
			<div className="language-search">
				<InputGroup
					size="small"
					inputRef={input}
					leftIcon={<Search size={14} />}
					type="search"
					role="combobox"
					aria-expanded
					aria-controls="language-list"
					aria-activedescendant={items.length > 0 ? `language-${at}` : undefined}
					aria-label="Search facts and functions"
					placeholder="importer, price, days …"
					value={search}
					autoComplete="off"
					spellCheck={false}
					onValueChange={(text) => {
						setCurrent(0);
						onSearch(text);
					}}
					onKeyDown={onKeyDown}
				/>
			</div>
			{language.isPending && <Pending rows={12} label="Loading the language" />}
			{language.isError && <Failure error={language.error} retry={() => void language.refetch()} />}
			{language.isSuccess && items.length === 0 && (
				<p className="language-none muted">Nothing has that name.</p>
			)}
			<div
				ref={list}
				id="language-list"
				className="language-list"
				role="listbox"
				aria-label="Facts and functions"
			>
				{groups.map(([kind, title]) => {
					const own = items.filter((item) => item.kind === kind);
					if (own.length === 0) return null;
					return (
						// biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
						<div key={kind} role="group" aria-label={title}>
							<div className="language-group" aria-hidden="true">
								{title}
							</div>
							{own.map((item) => (
								<Item
									key={item.name}
									item={item}
									id={`language-${items.indexOf(item)}`}
									isCurrent={items[at] === item}
									onInsert={onInsert}
								/>
							))}
						</div>
					);
				})}
			</div>
		</aside>
	);
}

type ItemProps = { item: LanguageItem; id: string; isCurrent: boolean; onInsert: (text: string) => void };

function Item({ item, id, isCurrent, onInsert }: ItemProps) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys.
		// biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus.
		<div
			role="option"
			id={id}
			aria-selected={isCurrent}
			className={isCurrent ? 'language-item current' : 'language-item'}
			onClick={() => onInsert(item.insert)}
		>
			<span className="mono language-name">{item.name}</span>
			<span className="muted language-type">{item.type}</span>
			<span className="language-title">{item.title}</span>
		</div>
	);
}
