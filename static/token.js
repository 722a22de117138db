// @ts-check
// Opens the address again with the token, which the server exchanges for a cookie. No form: the page may not submit any.

const input = /** @type {HTMLInputElement} */ (document.getElementById("token"));
const wrong = /** @type {HTMLElement} */ (document.getElementById("wrong"));
const address = new URL(location.href);

function open() {
  if (!input.value) return;
  address.searchParams.set("token", input.value);
  location.replace(address);
}

wrong.hidden = !address.searchParams.has("token");
document.getElementById("open")?.addEventListener("click", open);
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter") open();
});
