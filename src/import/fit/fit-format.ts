/**
 * The numbers of the FIT protocol and profile that the readers in this folder need by name.
 * Source: FIT SDK 21.217, "Flexible & Interoperable Data Transfer Protocol" and Profile.xlsx.
 */

/** FIT counts seconds from 1989-12-31T00:00:00Z. */
export const FIT_EPOCH_S = 631_065_600;

/** A `date_time` below this counts seconds since the device was switched on: its clock was never set. */
export const FIRST_DATE_TIME = 0x1000_0000;

/** The invalid value of a `date_time`: no time. */
export const NO_TIME = 0xffff_ffff;

export const TIMESTAMP_FIELD = 253;

export const MESSAGE = {
  fileId: 0,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  activity: 34,
  fieldDescription: 206,
} as const;

/** Low five bits of a base type byte; the top bit only repeats that the type has a byte order. */
export const BASE_TYPE_MASK = 0x1f;

export const BASE_TYPE = {
  enum: 0,
  sint8: 1,
  uint8: 2,
  sint16: 3,
  uint16: 4,
  sint32: 5,
  uint32: 6,
  string: 7,
  float32: 8,
  float64: 9,
  uint8z: 10,
  uint16z: 11,
  uint32z: 12,
  byte: 13,
  sint64: 14,
  uint64: 15,
  uint64z: 16,
} as const;

/** Bytes of one element, by base type number. */
export const BASE_TYPE_SIZE: readonly number[] = [
  1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8,
];
