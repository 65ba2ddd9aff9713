// Fetches the next level's units when one is chosen; the button that does it without us goes away.
const COMMUNE_DIGITS = 5;

function enhance() {
  document.querySelectorAll("[data-mc-units]:not([data-on])").forEach((picker) => {
    picker.dataset.on = "";
    const level = (name) => picker.querySelector(`[data-mc-level="${name}"]`);
    const [province, district, commune] = ["province", "district", "commune"].map(level);
    picker.querySelector(".mc-units__update").hidden = true;

    const fill = (select, units) => {
      select.replaceChildren(select.options[0], ...units.map((unit) => new Option(unit.name, unit.code)));
      select.value = "";
      if (select === district) district.closest(".mc-units__level").hidden = false;
    };
    const childrenOf = async (code) => {
      if (!code) return [];
      const answer = await fetch(`${picker.dataset.mcUnits}?parent=${encodeURIComponent(code)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(`units below ${code}: ${answer.status}`);
      return answer.json();
    };
    const giveUp = () => { picker.querySelector(".mc-units__update").hidden = false; };

    province.addEventListener("change", async () => {
      const asked = province.value;
      try {
        const units = await childrenOf(asked);
        if (province.value !== asked) return;
        const straight = units.length > 0 && units[0].code.length === COMMUNE_DIGITS;
        fill(district, straight ? [] : units);
        fill(commune, straight ? units : []);
        district.closest(".mc-units__level").hidden = straight;
      } catch { giveUp(); }
    });
    district.addEventListener("change", async () => {
      const asked = district.value;
      try {
        const units = await childrenOf(asked);
        if (district.value === asked) fill(commune, units);
      } catch { giveUp(); }
    });
  });
}

enhance();
document.addEventListener("mc:page", enhance);
