/** Builds elements. Strings always become text nodes; no markup is ever parsed. */

/**
 * @param {string} tag such as `p` or `p.quiet`
 * @param {Record<string, unknown>} properties of the element; names with a hyphen and `role` are attributes
 * @param {...(Node | string | false | null | undefined)} children; false, null and undefined are skipped
 */
export function el(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key.includes('-') || key === 'role') element.setAttribute(key, String(value));
    else element[key] = value;
  }
  element.append(...children.filter((child) => child !== false && child !== undefined && child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);
