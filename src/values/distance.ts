/**
 * Distances on the globe. In: WGS 84 degrees. Out: kilometres along the great circle, on a sphere (error below 0.6 %).
 */

export type Coordinates = { readonly latitude: number; readonly longitude: number };

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two points (haversine formula). */
export function distanceKm(a: Coordinates, b: Coordinates): number {
	const northing = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
	const easting =
		Math.cos(radians(a.latitude)) *
		Math.cos(radians(b.latitude)) *
		Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(northing + easting)));
}
