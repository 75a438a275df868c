import { readAddress } from "./address.js";

const form = document.querySelector("form");
const field = document.querySelector("#address");
const said = document.querySelector("#said");

const { address = "" } = await chrome.storage.sync.get("address");
field.value = address;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const read = readAddress(field.value);
  const isRefused = "problem" in read;
  field.toggleAttribute("aria-invalid", false);
  said.classList.toggle("problem", isRefused);
  if (isRefused) {
    field.setAttribute("aria-invalid", "true");
    said.textContent = read.problem;
    field.focus();
    return;
  }
  await chrome.storage.sync.set({ address: read.address });
  field.value = read.address;
  said.textContent = "Saved. The button suggests the page you are on.";
});
