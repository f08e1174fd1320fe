//! English.

use super::Words;
use crate::demo::notes::Theme;

// A table: one word a line would hide it.
#[rustfmt::skip]
pub(super) const WORDS: Words = Words {
    family: &[
        ("Adeyemi", "adeyemi"), ("Ahmed", "ahmed"), ("Bailey", "bailey"), ("Barrett", "barrett"), ("Bennett", "bennett"),
        ("Brennan", "brennan"), ("Byrne", "byrne"), ("Campbell", "campbell"), ("Carter", "carter"), ("Chen", "chen"),
        ("Clarke", "clarke"), ("Cohen", "cohen"), ("Collins", "collins"), ("Cooper", "cooper"), ("Daly", "daly"),
        ("Davies", "davies"), ("Doyle", "doyle"), ("Edwards", "edwards"), ("Evans", "evans"), ("Fitzgerald", "fitzgerald"),
        ("Fletcher", "fletcher"), ("Foster", "foster"), ("Gallagher", "gallagher"), ("Garcia", "garcia"), ("Graham", "graham"),
        ("Grant", "grant"), ("Hall", "hall"), ("Harper", "harper"), ("Hayes", "hayes"), ("Hughes", "hughes"),
        ("Iqbal", "iqbal"), ("Jensen", "jensen"), ("Kavanagh", "kavanagh"), ("Kelly", "kelly"), ("Khan", "khan"),
        ("Kowalski", "kowalski"), ("Lewis", "lewis"), ("Lynch", "lynch"), ("Marsh", "marsh"), ("Mitchell", "mitchell"),
        ("Moore", "moore"), ("Moran", "moran"), ("Murphy", "murphy"), ("Nguyen", "nguyen"), ("Nolan", "nolan"),
        ("O'Brien", "obrien"), ("O'Connor", "oconnor"), ("Okafor", "okafor"), ("Owens", "owens"), ("Patel", "patel"),
        ("Power", "power"), ("Quinn", "quinn"), ("Reid", "reid"), ("Reyes", "reyes"), ("Rossi", "rossi"),
        ("Schmidt", "schmidt"), ("Shah", "shah"), ("Simmons", "simmons"), ("Silva", "silva"), ("Sullivan", "sullivan"),
        ("Tanaka", "tanaka"), ("Taylor", "taylor"), ("Turner", "turner"), ("Walsh", "walsh"), ("Ward", "ward"),
        ("Watts", "watts"), ("Whelan", "whelan"), ("Williams", "williams"), ("Wilson", "wilson"), ("Young", "young"),
    ],
    given: &[
        ("Aisha", "aisha"), ("Alex", "alex"), ("Amara", "amara"), ("Anna", "anna"), ("Aoife", "aoife"), ("Ben", "ben"),
        ("Brian", "brian"), ("Cara", "cara"), ("Carlos", "carlos"), ("Chloe", "chloe"), ("Ciara", "ciara"),
        ("Conor", "conor"), ("Daniel", "daniel"), ("David", "david"), ("Elena", "elena"), ("Emma", "emma"),
        ("Eoin", "eoin"), ("Fatima", "fatima"), ("Fiona", "fiona"), ("Grace", "grace"), ("Hannah", "hannah"),
        ("Harriet", "harriet"), ("Imran", "imran"), ("Isaac", "isaac"), ("Jack", "jack"), ("James", "james"),
        ("Jennifer", "jennifer"), ("Joanna", "joanna"), ("Jonas", "jonas"), ("Karen", "karen"), ("Kevin", "kevin"),
        ("Laura", "laura"), ("Leah", "leah"), ("Liam", "liam"), ("Linh", "linh"), ("Lucy", "lucy"), ("Maeve", "maeve"),
        ("Marcus", "marcus"), ("Maria", "maria"), ("Martin", "martin"), ("Megan", "megan"), ("Michael", "michael"),
        ("Nadia", "nadia"), ("Naomi", "naomi"), ("Niamh", "niamh"), ("Nora", "nora"), ("Oliver", "oliver"),
        ("Orla", "orla"), ("Oscar", "oscar"), ("Paula", "paula"), ("Peter", "peter"), ("Priya", "priya"),
        ("Rachel", "rachel"), ("Rory", "rory"), ("Ruth", "ruth"), ("Sam", "sam"), ("Sarah", "sarah"), ("Sean", "sean"),
        ("Simon", "simon"), ("Sofia", "sofia"), ("Stephen", "stephen"), ("Theo", "theo"), ("Thomas", "thomas"),
        ("Vera", "vera"), ("Victor", "victor"), ("William", "william"), ("Yusuf", "yusuf"), ("Zoe", "zoe"),
    ],
    stems: &[
        ("Anchor", "anchor"), ("Arch Street", "archstreet"), ("Bluebell", "bluebell"), ("Bridge", "bridge"),
        ("Brightwater", "brightwater"), ("Canal", "canal"), ("Cedar", "cedar"), ("Copper Kettle", "copperkettle"),
        ("Corner", "corner"), ("Crane Lane", "cranelane"), ("Eastgate", "eastgate"), ("Fern & Stone", "fernandstone"),
        ("Foxglove", "foxglove"), ("Glasshouse", "glasshouse"), ("Green Door", "greendoor"), ("Harbour", "harbour"),
        ("Hawthorn", "hawthorn"), ("Heron", "heron"), ("High Street", "highstreet"), ("Juniper", "juniper"),
        ("Kingfisher", "kingfisher"), ("Lantern", "lantern"), ("Linden", "linden"), ("Lighthouse", "lighthouse"),
        ("Long Table", "longtable"), ("Magpie", "magpie"), ("Maple", "maple"), ("Market Square", "marketsquare"),
        ("Meadow", "meadow"), ("Millstone", "millstone"), ("Morning", "morning"), ("Northside", "northside"),
        ("Oak & Ember", "oakandember"), ("Old Mill", "oldmill"), ("Orchard", "orchard"), ("Paper Crane", "papercrane"),
        ("Quayside", "quayside"), ("Red Brick", "redbrick"), ("Riverside", "riverside"), ("Rowan", "rowan"),
        ("Saltwind", "saltwind"), ("Signal", "signal"), ("Slate", "slate"), ("Station", "station"),
        ("Sundial", "sundial"), ("Swallow", "swallow"), ("Thistle", "thistle"), ("Tidewater", "tidewater"),
        ("Upland", "upland"), ("Weaver", "weaver"), ("Wharf", "wharf"), ("Willow", "willow"),
    ],
    firms: [
        &[("Café", "cafe"), ("Coffee House", "coffeehouse"), ("Bakery", "bakery"), ("Kitchen", "kitchen"), ("Bistro", "bistro"), ("Deli", "deli")],
        &[("Architects", "architects"), ("Studio", "studio"), ("Law", "law"), ("Software", "software"), ("Accountants", "accountants"), ("Press", "press"), ("Co-working", "coworking"), ("Dental Practice", "dental")],
        &[("Hotel", "hotel"), ("Inn", "inn"), ("Guest House", "guesthouse"), ("House Hotel", "househotel")],
        &[("Books", "books"), ("Grocers", "grocers"), ("Gifts", "gifts"), ("Wine Merchants", "wine"), ("Garden Centre", "garden"), ("Gallery", "gallery")],
    ],
    positions: &["Owner", "Manager", "Office manager", "Head of purchasing", "Head barista", "Kitchen lead", "Front of house", "Accounts", "Events coordinator", "Director"],
    goods: [
        "House blend, 250 g", "Espresso blend, 250 g", "Ethiopia single origin, 250 g", "Guatemala single origin, 250 g",
        "Decaf, 250 g", "House blend, 1 kg", "Espresso blend, 1 kg", "Single origin, 1 kg", "Cold brew, crate of 12",
        "Drip bags, box of 10", "Paper filters, 100", "Hand grinder", "Pour-over set", "Gift box", "Tasting subscription, 1 month",
        "Barista workshop, per person", "Machine service visit", "Private label set-up", "Team tasting event", "Grinder hire, 1 month",
    ],
    suppliers: &[
        (("Meridian Green Coffee", "meridiangreen"), "Green coffee importer. Delivers every second Tuesday; minimum four bags."),
        (("Carton & Co", "cartonco"), "Bags, boxes and labels. Two weeks from artwork to delivery."),
        (("Steamworks Service", "steamworks"), "Spare parts for grinders and espresso machines."),
        (("Greenway Couriers", "greenway"), "Next-day parcels, pallets on request."),
        (("Ridge Farm Dairy", "ridgefarm"), "Milk for the workshop and for tastings."),
    ],
    partners: &[
        (("Wildflour Baking School", "wildflour"), "Runs workshops with us and sends its pupils here."),
        (("Plain Sight Design", "plainsight"), "Designs our labels; recommends us to cafés that open."),
        (("Harvest Food Fair", "harvestfair"), "Two stands a year, always sold out."),
        (("Loop Bike Couriers", "loopbikes"), "Delivers in town for a fixed price."),
    ],
    colleagues: &["Roaster", "Shop and orders", "Books and invoices"],
    trade_tags: ["café", "office", "hotel", "shop", "private"],
    other_tags: ["gifts", "pays late", "standing order", "new", "abroad"],
    customs: ["Brews with", "Days to pay", "Newsletter", "Customer since", "Credit limit"],
    brewing: &["Espresso machine", "Filter machine", "Pour-over", "French press", "Moka pot"],
    dates: ["Birthday", "Opened on", "Contract renewal"],
    order_notes: ["Paid {} days late", "Leave with the neighbour", "Came back"],
    talked: [
        &["Rang twice, left word with the staff.", "Sent the new price list."],
        &["Went through the next delivery.", "Asked for a sample of the new roast.", "Talked about the grinder; wants to think it over.", "Short chat, all well.", "Wants the invoice split in two.", "Plans to open a second place in spring."],
    ],
    deals: &["Coffee for the whole office", "Espresso machine and grinder", "House blend of their own", "Weekly delivery", "Barista course for the team", "Coffee bar at the trade fair", "Beans for a second place"],
    competitors: &["Harbour Roasters", "Bean & Sons", "the wholesaler"],
    next_steps: &["Send the quote", "Bring samples", "Ring back", "Agree on a day to taste", "Ask for the decision"],
    ends: [&["Too dear", "Stayed with their supplier", "No budget this year", "No answer any more"], &["Liked the samples", "Recommended by a friend", "The service", "Price and delivery"]],
    tasks: [
        &["Call about the next delivery", "Send samples of the new roast", "Write the offer for the office", "Ask how the grinder works out", "Check the address for the invoice"],
        &["Count the sacks in the store", "Pay the supplier of the cups"],
    ],
    promised: &["Samples by post", "A price for twice the amount", "An answer about the complaint", "The grinder back from repair", "A corrected invoice"],
    said: [
        &["Delivered late twice in a row, and nobody told us.", "The beans were stale. For this price I expect better.", "I waited three days for an answer to my e-mail."],
        &["Good coffee, but the parcel was open.", "All right. The invoice could be clearer.", "Nothing wrong, nothing special either."],
        &["The best espresso we have had in years.", "Always there when we call. Thank you!", "Ordered on Monday, brewed on Wednesday. Lovely.", "Our guests ask where the coffee comes from."],
    ],
    by_hand: "Everybody in town asks where they get their coffee: treated as A whatever the figures say.",
    family_first: false,
};

pub(super) const fn sentences(theme: Theme) -> &'static [&'static str] {
    match theme {
        Theme::First => &[
            "Found us through the tasting at the market. Wants something like {}, not too dark.",
            "First order by phone. Asked a lot about where the beans come from.",
            "Was here with a friend who buys from us. Took {} to try.",
        ],
        Theme::Taste => &[
            "Prefers {}; anything fruity comes back half full.",
            "Grinds by hand, likes it coarse. Never send ground coffee.",
            "Would like to hear first when the new harvest is in.",
            "Tried {} at the workshop and was thrilled.",
        ],
        Theme::Complaint => &[
            "Complaint: {} arrived two days late and they ran out on a Saturday. Apologised, next delivery on us.",
            "Complaint: a bag of {} had burst. Sent photographs. Credit note promised for today.",
            "Very unhappy: the last batch of {} tasted flat. Asked for the roast date; it was five weeks old.",
            "Complaint about the invoice: the agreed discount was missing for the second time.",
        ],
        Theme::Refunded => &[
            "Refunded what came back. They stay, but want to be called before the next delivery.",
            "Credit note sent. Keep an eye on the next two orders.",
        ],
        Theme::Praise => &[
            "Their guests ask where the coffee is from. May we use that as a quote? Yes.",
            "Sent a card: best {} they ever had.",
            "Recommended us to two others on their street.",
        ],
        Theme::LatePayment => &[
            "Invoice overdue again. Called: the owner pays by hand, once a month.",
            "Second reminder sent. Agreed to pay on delivery from now on.",
        ],
        Theme::Silent => &[
            "No order for weeks, which is not like them. Call and ask.",
            "Heard that they took a cheaper roaster. Offer a tasting of the new {}?",
            "Closed for rebuilding, they said. No date yet.",
        ],
        Theme::Season => &[
            "Orders presents for the whole team before Christmas. Remind them in early November.",
            "Open from Easter to September only; stock up in March.",
        ],
        Theme::Growing => &[
            "Opening a second room in spring, expects to need half as much again.",
            "Asked for a price for {} if they take twice as much.",
        ],
        Theme::Shrinking => &[
            "Takes less since the office works from home three days a week.",
            "Has a second roaster on the shelf now. Ask what we could do better.",
        ],
        Theme::Lead => &[
            "Met at the food fair. Opens in two months and has no roaster yet. Send samples of {}.",
            "Asked for a price list by e-mail. Call next week.",
            "Sent by a customer. Wants to taste {} before deciding.",
        ],
    }
}
