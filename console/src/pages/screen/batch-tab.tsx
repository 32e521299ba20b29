/** A file of many: dropped, screened row by row, and the answer taken away. Nothing of it is stored at the node. */
import { Button, Callout, FileInput, FormGroup, HTMLSelect, InputGroup, Switch } from '@blueprintjs/core';
import { Download } from '@blueprintjs/icons';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { purpose } from '../../../../contract/views-screening.ts';
import { formatBytes, formatCount } from '../../display/format.ts';
import { purposeWords } from '../../display/screening-words.ts';
import { Failure } from '../../display/states.tsx';
import { useScreenBatch } from '../../queries/screen.ts';

const LINE_FEED = 10;
const fields = operations.screenBatch.input.shape;
const answers = fields.answer.unwrap().options;

export function BatchTab() {
	const [file, setFile] = useState<File>();
	const [isOver, setOver] = useState(false);
	const [chosenPurpose, setPurpose] = useState<(typeof purpose.options)[number]>('enquiry');
	const [threshold, setThreshold] = useState('');
	const [answer, setAnswer] = useState<(typeof answers)[number]>('csv');
	const [all, setAll] = useState(false);
	const [lines, setLines] = useState(0);
	const abort = useRef<AbortController>(undefined);
	const batch = useScreenBatch((chunk) => {
		let more = 0;
		for (const byte of chunk) if (byte === LINE_FEED) more += 1;
		setLines((before) => before + more);
	});
	// Whoever leaves the page wants no answer any more.
	useEffect(() => () => abort.current?.abort(), []);

	const choose = (next: File | undefined) => {
		if (!next) return;
		batch.reset();
		setFile(next);
	};
	const run = () => {
		if (!file || batch.isPending) return;
		abort.current = new AbortController();
		setLines(0);
		batch.mutate({
			upload: file,
			signal: abort.current.signal,
			purpose: chosenPurpose,
			answer,
			all: all ? 'true' : 'false',
			...(threshold === '' ? {} : { threshold: Number(threshold) }),
		});
	};
	const hasBadThreshold = threshold !== '' && !fields.threshold.safeParse(threshold).success;
	const rows = Math.max(0, lines - (answer === 'csv' ? 1 : 0));
	return (
		<div className="batch">
			<section
				className={isOver ? 'panel batch-panel batch-over' : 'panel batch-panel'}
				aria-label="A file to screen"
				onDragOver={(event: DragEvent) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event: DragEvent) => {
					event.preventDefault();
					setOver(false);
					choose(event.dataTransfer.files[0]);
				}}
			>
				<h2>A CSV file of persons, organisations or things</h2>
				<p className="muted">
					With a header line. Columns are known by their names: name (or given name and surname), kind, date
					of birth, nationality, country, sex, place of birth, address, passport, IMO, container, plate, IBAN,
					phone, e-mail or any other number.
				</p>
				<FormGroup label="File" labelFor="batch-file" helperText="Choose it, or drop it here">
					<FileInput
						fill
						text={file ? `${file.name}, ${formatBytes(file.size)}` : 'Choose a file'}
						buttonText="Choose"
						hasSelection={file !== undefined}
						inputProps={{ id: 'batch-file', accept: '.csv,.tsv,.txt,text/csv' }}
						onInputChange={(event) => choose(event.currentTarget.files?.[0])}
					/>
				</FormGroup>
				<div className="batch-options">
					<FormGroup label="Purpose" labelFor="batch-purpose">
						<HTMLSelect
							id="batch-purpose"
							fill
							value={chosenPurpose}
							onChange={(event) =>
								setPurpose(
									purpose.options.find((each) => each === event.currentTarget.value) ?? chosenPurpose,
								)
							}
							options={purpose.options.map((each) => ({ value: each, label: purposeWords[each].name }))}
						/>
					</FormGroup>
					<FormGroup label="From score" labelFor="batch-threshold">
						<InputGroup
							id="batch-threshold"
							type="number"
							min={0}
							max={1}
							step={0.01}
							placeholder="as the lists set it"
							value={threshold}
							aria-invalid={hasBadThreshold}
							intent={hasBadThreshold ? 'danger' : 'none'}
							onValueChange={setThreshold}
						/>
					</FormGroup>
					<FormGroup label="Answer" labelFor="batch-answer">
						<HTMLSelect
							id="batch-answer"
							fill
							value={answer}
							onChange={(event) =>
								setAnswer(answers.find((each) => each === event.currentTarget.value) ?? answer)
							}
							options={answers.map((each) => ({ value: each, label: each === 'csv' ? 'CSV' : 'JSON lines' }))}
						/>
					</FormGroup>
				</div>
				<Switch
					checked={all}
					onChange={(event) => setAll(event.currentTarget.checked)}
					label="Answer rows without a hit too"
				/>
				<div className="batch-actions">
					<Button
						intent="primary"
						disabled={!file || hasBadThreshold}
						loading={batch.isPending}
						onClick={run}
					>
						Screen the file
					</Button>
					{batch.isPending && (
						<>
							<Button onClick={() => abort.current?.abort()}>Stop</Button>
							<span className="number muted" role="status">
								{formatCount(rows)} lines answered
							</span>
						</>
					)}
				</div>
			</section>
			{batch.isError && !abort.current?.signal.aborted && (
				<Failure error={batch.error} title="The file was not screened" />
			)}
			{batch.isSuccess && file && (
				<TakeAway
					blob={batch.data}
					rows={rows}
					name={`${file.name.replace(/\.[^.]*$/, '')}-screened.${answer === 'csv' ? 'csv' : 'jsonl'}`}
				/>
			)}
		</div>
	);
}

/** The answer, to be kept by whoever asked. */
function TakeAway({ blob, rows, name }: { blob: Blob; rows: number; name: string }) {
	const [address, setAddress] = useState<string>();
	useEffect(() => {
		const made = URL.createObjectURL(blob);
		setAddress(made);
		return () => URL.revokeObjectURL(made);
	}, [blob]);
	return (
		<Callout
			compact
			intent={rows > 0 ? 'warning' : 'success'}
			icon={null}
			role="status"
			className="batch-done"
		>
			<span>
				{rows === 0 ? 'No row is a hit.' : `The answer has ${formatCount(rows)} lines.`}{' '}
				<span className="muted number">{formatBytes(blob.size)}</span>
			</span>
			{address && (
				<a className="bp6-button bp6-intent-primary" href={address} download={name}>
					<Download size={14} /> Download {name}
				</a>
			)}
		</Callout>
	);
}
