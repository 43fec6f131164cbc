/**
 * @param {URL | string} address
 * @param {RequestInit} [options]
 * @returns {Promise<unknown>} the parsed JSON; rejects on any failure
 */
export async function readJson(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}
