/**
 * Goods that cross the simulated border: Harmonized System codes with what is usual for each.
 * Unit values are dollars per kilogram, of the right order and no more; the spread of prices within a heading is the
 * deviation of the natural logarithm. Duty is in per cent and invented.
 */

export type Goods = {
	hsCode: string;
	descriptions: readonly string[];
	/** Median dollars per kilogram, and deviation of its natural logarithm. */
	dollarsPerKg: number;
	spread: number;
	/** Median net mass of one line, and net mass of one package. */
	lineKg: number;
	packageKg: number;
	/** UN/ECE Recommendation 21. */
	packageKind: string;
	/** Usual origins, the commonest first. */
	origins: readonly string[];
	dutyPercent: number;
	/** Where pieces are counted too: kilograms of one piece. */
	pieceKg?: number;
	/** Where a licence is needed to export it. */
	dualUse?: true;
};

/** One row a heading: code; descriptions; $/kg; spread; kg a line; kg a package; package; origins; duty; kg a piece. */
const ROWS = `
020130|Boneless beef, chilled/Fresh bovine meat, boneless cuts|9.5|0.25|4000|15|CT|BR DE PL|22|
020329|Frozen pork, bone-in cuts/Swine meat frozen|3.1|0.2|12000|20|CT|DE DK ES|20|
020714|Frozen chicken cuts and offal/Poultry cuts, frozen|2.4|0.2|15000|15|CT|BR TH PL|18|
030214|Fresh Atlantic salmon, whole/Salmon, fresh, gutted|7.8|0.2|9000|22|CS|NO SE GB|0|
030617|Frozen shrimps and prawns/Prawns, frozen, shell on|8.9|0.3|8000|12|CT|VN IN ID|4|
030743|Frozen squid, cleaned/Cuttle fish and squid, frozen|5.2|0.3|9000|14|CT|CN IN TH|4|
040690|Cheese, semi-hard, in blocks/Gouda and similar cheese|6.2|0.3|3000|10|CT|NL DE FR|27|
040510|Butter in 25 kg blocks/Butter, unsalted|5.9|0.2|6000|25|CT|DK NL DE|25|
060311|Cut roses, fresh/Roses, cut flowers|6.4|0.35|1200|8|CT|KE NL ET|6|
060290|Pot plants, living/Live ornamental plants|4.1|0.5|3000|12|RK|NL DK DE|3|
070200|Tomatoes, fresh/Vine tomatoes class I|1.7|0.25|9000|6|CT|ES NL MA|9|
070310|Onions, yellow, in bags/Onions and shallots, fresh|0.5|0.25|20000|25|BG|NL EG ES|6|
070960|Sweet peppers, fresh/Capsicum, red and yellow|2.0|0.25|7000|5|CT|ES NL TR|8|
080390|Bananas, fresh/Cavendish bananas 18 kg|0.8|0.15|20000|18|CT|CO BR|0|
080510|Oranges, fresh/Navel oranges|0.9|0.2|18000|15|CT|ES EG ZA|3|
080610|Table grapes, seedless/Grapes, fresh|2.3|0.25|9000|8|CT|ZA ES IN|5|
080440|Avocados, fresh/Hass avocados|2.5|0.25|8000|4|CT|CO KE ES|4|
081110|Frozen strawberries/Strawberries, IQF|1.9|0.25|12000|10|CT|PL EG MA|8|
090111|Green coffee beans, arabica/Coffee, not roasted|4.3|0.3|18000|60|BG|BR CO ET|0|
090121|Roasted coffee, ground/Coffee, roasted, in packs|8.8|0.4|3000|10|CT|IT DE NL|2|
090240|Black tea in bulk/Tea, black, fermented|3.6|0.5|4000|40|BG|LK KE IN|0|
090411|Black pepper, whole/Pepper of the genus Piper|4.9|0.3|3000|25|BG|VN BR ID|0|
100630|Milled rice, long grain/Basmati rice, polished|1.1|0.3|20000|25|BG|IN PK TH|2|
120190|Soya beans, other than seed/Soybeans in bulk|0.55|0.15|24000|1000|BG|BR US|0|
150920|Extra virgin olive oil/Virgin olive oil in tins|6.3|0.35|6000|16|CT|ES IT GR|4|
151190|Refined palm oil/Palm olein, refined|1.1|0.2|20000|200|DR|MY ID|3|
160414|Canned tuna in oil/Tuna, prepared or preserved|5.4|0.25|9000|9|CT|TH VN ES|6|
170199|White sugar, refined/Cane sugar, refined|0.7|0.2|22000|50|BG|BR DE FR|10|
180690|Chocolate confectionery/Chocolate bars and pralines|7.6|0.4|4000|8|CT|DE BE|14|
190230|Instant noodles/Prepared pasta|2.8|0.3|6000|6|CT|KR TH VN|8|
200290|Tomato paste, drums/Tomato concentrate|1.3|0.2|18000|220|DR|IT TR CN|8|
200911|Frozen orange juice concentrate/Orange juice, frozen|2.6|0.25|18000|250|DR|BR ES|5|
210690|Food supplements in capsules/Food preparations n.e.s.|14|0.9|1500|8|CT|US DE NL|9|
220421|Wine in bottles/Red wine, 0.75 l bottles|5.2|0.7|8000|9|CT|IT FR ES|6|1.2
220830|Whisky in bottles/Scotch whisky, 0.7 l|14|0.6|4000|9|CT|GB US|0|1.2
230990|Animal feed preparations/Premix for feed|1.2|0.4|16000|25|BG|NL DK DE|2|
240220|Cigarettes containing tobacco/Cigarettes, filter|22|0.3|2500|11|CT|PL DE KR|24|
240412|Liquids with nicotine for e-cigarettes/Nicotine liquid|38|0.5|400|10|CT|CN GB|22|
252329|Portland cement, grey/Cement in bags|0.1|0.2|24000|40|BG|TR DE PL|0|
270900|Crude petroleum oil/Petroleum crude|0.6|0.1|24000|1000|VL|GB|0|
271019|Lubricating oils/Base oil and lubricants|2.2|0.4|12000|180|DR|DE NL US|0|
280461|Silicon, 99.99 per cent/High purity silicon|12|0.4|4000|500|BG|DE CN|4|
281512|Caustic soda solution/Sodium hydroxide in solution|0.4|0.2|20000|1000|DR|SE DE|3|
290531|Ethylene glycol/Monoethylene glycol|0.8|0.2|20000|220|DR|DE NL KR|4|
293499|Heterocyclic compounds/Intermediates for pharmaceuticals|95|1.0|300|25|DR|CN IN DE|5|
300215|Immunological products in doses/Monoclonal antibody, dosed|2400|0.9|60|5|CT|DE US DK|0|
300490|Medicaments in doses/Tablets, packed for retail|120|1.0|600|6|CT|IN DE DK|0|
310520|Compound fertiliser NPK/Mineral fertiliser|0.6|0.2|24000|600|BG|DE MA|0|
320890|Paints in solvent/Varnishes and paints|5.6|0.4|4000|20|CN|DE SE NL|4|
330300|Perfumes and toilet waters/Eau de parfum, retail|55|0.6|500|6|CT|FR ES IT|6|0.35
330499|Beauty and skin care preparations/Face cream|28|0.7|900|6|CT|FR KR DE|6|0.15
330590|Hair preparations/Hair conditioner|8.0|0.5|1800|8|CT|DE PL US|6|
340250|Washing preparations for retail/Laundry detergent|2.1|0.3|9000|10|CT|DE PL|4|
380894|Disinfectants/Disinfecting agents in cans|4.4|0.5|3000|12|CT|DE NL|4|
390110|Polyethylene granules, low density/LDPE granulate|1.5|0.2|20000|25|BG|DE BE KR|5|
390210|Polypropylene granules/PP granulate|1.4|0.2|20000|25|BG|DE KR|5|
391723|PVC tubes, rigid/Pipes of vinyl chloride|2.5|0.3|5000|40|PK|PL DE TR|5|
392321|Bags of polyethylene/Carrier bags, PE|2.4|0.3|6000|12|CT|CN VN TR|6|
392410|Plastic tableware/Kitchenware of plastics|4.2|0.5|3500|9|CT|CN TR|6|
392690|Articles of plastics n.e.s./Plastic parts|7.5|0.8|2000|9|CT|CN DE|6|
401110|Tyres for cars, new/Pneumatic tyres, passenger car|4.6|0.3|9000|9|NE|KR CN DE|4|9
401120|Tyres for lorries, new/Truck tyres|4.0|0.3|12000|55|NE|CN TH|4|55
401519|Gloves of rubber/Nitrile gloves, disposable|5.2|0.4|6000|7|CT|MY TH CN|3|
420221|Handbags of leather/Ladies' leather handbags|85|0.8|300|8|CT|IT CN FR|4|0.8
420292|Rucksacks and sports bags/Bags of textile|11|0.6|2000|10|CT|CN VN|4|0.7
440711|Sawn spruce and pine/Coniferous timber, sawn|0.5|0.2|24000|1200|PK|SE|0|
441231|Plywood, tropical/Plywood sheets|1.2|0.3|18000|900|PK|ID CN|3|
441873|Bamboo and wood flooring/Assembled flooring panels|2.4|0.3|12000|18|PK|CN SE PL|3|
480256|Office paper, A4/Uncoated paper in sheets|1.1|0.15|20000|13|CT|SE PT DE|0|
481910|Cartons of corrugated board/Boxes, corrugated|1.4|0.3|8000|250|PK|SE PL DK|0|
490199|Printed books/Books and brochures|9.0|0.5|2500|14|CT|GB DE CN|0|
520942|Denim of cotton/Denim fabric|6.8|0.3|4000|40|RO|TR IN CN|8|
540752|Dyed polyester fabric/Woven fabric, polyester|6.0|0.4|4000|30|RO|CN KR|8|
570242|Carpets, woven/Machine-made carpets|5.5|0.4|5000|35|RO|TR CN|8|
610910|T-shirts of cotton, knitted/Cotton T-shirts|14|0.4|1800|9|CT|BD TR CN|11|0.18
611020|Jerseys and pullovers of cotton/Cotton sweaters|17|0.4|1500|9|CT|BD CN TR|11|0.4
611030|Pullovers of man-made fibres/Fleece jackets|16|0.4|1500|9|CT|CN VN BD|11|0.45
620342|Men's trousers of cotton/Jeans, men|16|0.4|2000|12|CT|BD TR PK|11|0.6
620462|Women's trousers of cotton/Jeans, women|18|0.4|1800|12|CT|TR BD CN|11|0.5
620140|Men's anoraks of man-made fibres/Padded jackets|26|0.5|1200|10|CT|CN VN|11|0.8
620520|Men's shirts of cotton/Shirts, woven|24|0.4|900|9|CT|TR BD IN|11|0.25
630231|Bed linen of cotton/Duvet covers|9.5|0.4|3000|11|CT|PK TR IN|10|1.4
640399|Shoes with leather uppers/Leather boots|29|0.5|1800|10|CT|PT IT VN|7|0.9
640411|Sports footwear, textile uppers/Trainers|22|0.4|2200|9|CT|VN CN ID|7|0.7
640419|Footwear with textile uppers/Canvas shoes|14|0.4|1800|9|CT|CN VN|7|0.6
680221|Marble, cut/Stone slabs, polished|0.9|0.3|22000|900|CR|TR IT IN|0|
690721|Ceramic tiles/Floor tiles, porcelain|0.7|0.3|22000|24|PK|ES IT TR|0|
691110|Porcelain tableware/Plates and cups|4.0|0.6|4000|12|CT|CN PT|4|
700529|Float glass/Glass sheets|0.7|0.2|20000|1500|CR|DE PL|0|
711319|Jewellery of gold/Gold rings and chains|31000|0.35|3|1|CT|IT TR IN|3|0.005
710812|Gold, unwrought/Gold bars|62000|0.05|4|1|CS|GH ZA AE|0|1
720839|Hot-rolled steel coils/Flat-rolled steel|0.8|0.15|24000|6000|CL|SE DE TR|0|
721420|Reinforcing bars/Steel bars, ribbed|0.65|0.15|24000|2000|BE|TR PL|0|
730890|Steel structures/Steel frames and parts|2.6|0.4|12000|800|PK|PL LT SE|0|
731815|Screws and bolts/Bolts of steel|4.1|0.5|5000|25|CT|CN DE|2|
732393|Stainless steel kitchenware/Pots and pans|8.0|0.5|3000|12|CT|CN IN TR|3|
740311|Copper cathodes/Refined copper|9.1|0.08|20000|2500|BE|PL|0|
740811|Copper wire/Refined copper wire|9.9|0.12|8000|500|RO|DE PL|0|
760120|Aluminium alloys, unwrought/Aluminium billets|2.7|0.1|22000|1000|BE|AE|0|
760612|Aluminium sheet/Plates of aluminium alloy|4.2|0.2|10000|1500|PK|DE GR|0|
820559|Hand tools/Tools, hand operated|9.0|0.6|2500|14|CT|CN DE|2|
830241|Fittings for buildings/Door and window hardware|8.1|0.5|3000|15|CT|DE CN IT|2|
840734|Petrol engines over 1000 cc/Engines for vehicles|16|0.4|2500|180|CR|DE JP|0|180
840999|Parts of diesel engines/Engine parts|22|0.7|1200|15|CT|DE US JP|0|
841370|Centrifugal pumps/Pumps for liquids|24|0.6|1500|45|CR|DE DK IT|0|45
841391|Parts of pumps/Pump parts|26|0.7|600|12|CT|DE CN|0|
841430|Compressors for refrigeration/Compressors|11|0.4|4000|35|PK|CN TR|0|12
841510|Air conditioners, wall type/Split units|9.5|0.4|5000|35|CT|CN TH|0|32
841810|Refrigerators with freezer/Fridge-freezers|5.4|0.3|7000|75|CT|TR CN PL|0|70
842199|Parts of filters/Filter elements|19|0.7|1000|8|CT|DE CN|0|
842720|Fork-lift trucks/Self-propelled trucks|7.5|0.4|8000|3500|NE|SE DE|0|3500
843149|Parts of excavators/Bucket and track parts|7.0|0.5|5000|200|PK|KR DE|0|
845011|Washing machines/Washing machines, fully automatic|5.1|0.3|9000|68|CT|PL TR CN|0|65
845811|Lathes, numerically controlled/CNC lathes|19|0.4|6000|4500|CS|DE JP KR|0|4500|D
846694|Parts of metal-forming machines/Machine tool parts|30|0.8|500|20|CT|DE JP|0|
847130|Portable computers/Laptops|95|0.5|1500|4|CT|CN VN|0|1.9
847150|Servers/Processing units|120|0.6|900|25|CT|CN US|0|22
847170|Storage units/Hard disks and SSD|160|0.6|400|8|CT|TH CN|0|0.4
847330|Parts of computers/Motherboards and parts|90|0.9|600|7|CT|CN|0|
848180|Valves and taps/Valves for pipes|21|0.7|2000|15|CT|IT DE CN|0|1.2
848210|Ball bearings/Bearings|15|0.6|2500|12|CT|DE JP CN|0|
848340|Gears and gear boxes/Gear units|16|0.6|2500|80|CS|DE IT|0|
850131|DC motors up to 750 W/Electric motors, small|24|0.6|1500|14|CT|CN DE|0|0.9
850440|Static converters/Power supplies and chargers|28|0.7|1500|9|CT|CN|0|0.5
850760|Lithium-ion batteries/Lithium accumulators|22|0.5|4000|18|CT|CN KR|0|
851713|Smartphones/Mobile phones|420|0.5|300|6|CT|CN VN|0|0.35
851762|Network switches and routers/Communication apparatus|150|0.7|600|8|CT|CN|0|1.4
851830|Headphones/Earphones, wireless|85|0.7|500|7|CT|CN VN|0|0.15
852691|Radio navigation apparatus/Navigation receivers|380|0.6|120|5|CT|US DE|0|0.8|D
852872|Television receivers/Flat screen TV sets|17|0.3|5000|18|CT|PL TR CN|0|15
853400|Printed circuits/Circuit boards|110|0.7|300|6|CT|CN KR|0|
853690|Connectors/Electrical connectors|40|0.8|800|8|CT|DE CN|0|
854143|Solar panels/Photovoltaic modules|7.5|0.3|16000|28|PK|CN VN|0|22
854231|Processors and controllers/Integrated circuits|2800|0.9|40|3|CT|KR MY US|0|0.003|D
854239|Integrated circuits, other/Microchips|2100|0.9|40|3|CT|KR MY US|0|0.003|D
854449|Electric cables up to 1000 V/Insulated conductors|9.6|0.4|8000|600|RL|PL DE TR|0|
870323|Cars 1500 to 3000 cc/Motor cars, petrol|16|0.4|4500|1500|NE|DE JP KR|0|1500
870380|Electric cars/Motor vehicles, electric only|21|0.3|6000|2000|NE|DE CN KR|0|2000
870421|Delivery vans up to 5 t/Goods vehicles, diesel|13|0.3|4500|2200|NE|FR TR|0|2200
870829|Parts of car bodies/Body panels|11|0.5|3500|20|CT|DE PL|0|
870899|Parts of vehicles n.e.s./Car spare parts|13|0.6|3000|18|CT|DE PL CN|0|
871200|Bicycles/Bicycles without motor|12|0.6|3000|18|CT|CN PT|4|15
880730|Parts of aeroplanes/Aircraft parts|260|0.9|200|15|CS|US FR|0||D
890332|Motor boats/Pleasure craft with inboard engine|24|0.5|4000|4000|NE|PL GB|0|4000
901380|Optical devices n.e.s./Laser and optical modules|210|0.8|120|5|CT|DE JP US|0||D
901819|Electro-diagnostic apparatus/Patient monitors|150|0.7|300|18|CT|DE US|0|6
901890|Medical instruments n.e.s./Surgical instruments|120|0.9|300|8|CT|DE PK US|0|
902710|Gas analysis apparatus/Gas analysers|180|0.7|200|12|CS|DE GB|0|6|D
903289|Regulating instruments/Controllers, automatic|95|0.8|400|10|CT|DE|0|
910211|Wrist-watches, battery/Watches|420|1.2|30|5|CT|CN JP|0|0.08
940161|Upholstered seats/Sofas and armchairs|5.0|0.4|5000|45|CT|PL LT CN|3|40
940360|Wooden furniture/Tables and cabinets|3.1|0.4|8000|35|CT|PL LT CN VN|3|30
940511|LED lamps, ceiling/Luminaires|15|0.6|1500|9|CT|CN DE|3|1.5
950300|Toys/Dolls and construction toys|11|0.6|2500|9|CT|CN VN|3|0.4
950450|Video game consoles/Game consoles|70|0.4|900|7|CT|CN JP|0|3.5
950699|Sports equipment n.e.s./Articles for outdoor games|12|0.6|2000|10|CT|CN|3|
970121|Paintings over 100 years old/Antique paintings|900|1.5|25|20|CS|FR GB IT|0|
`;

const goodsOf = (row: string): Goods => {
	const [
		hsCode = '',
		descriptions = '',
		value,
		spread,
		lineKg,
		packageKg,
		kind = '',
		origins = '',
		duty,
		pieceKg,
		mark,
	] = row.split('|');
	return {
		hsCode,
		descriptions: descriptions.split('/'),
		dollarsPerKg: Number(value),
		spread: Number(spread),
		lineKg: Number(lineKg),
		packageKg: Number(packageKg),
		packageKind: kind,
		origins: origins.split(' '),
		dutyPercent: Number(duty),
		...(pieceKg === undefined || pieceKg === '' ? {} : { pieceKg: Number(pieceKg) }),
		...(mark === 'D' ? { dualUse: true as const } : {}),
	};
};

export const GOODS: readonly Goods[] = ROWS.trim().split('\n').map(goodsOf);

const BY_CODE = new Map(GOODS.map((each) => [each.hsCode, each]));

/** Goods of this six-digit code, which must be in the table. */
export function goodsByCode(hsCode: string): Goods {
	const found = BY_CODE.get(hsCode);
	if (found === undefined) throw new RangeError(`no goods ${hsCode} in the table of goods`);
	return found;
}
