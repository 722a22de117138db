package tablechat.database;

import java.util.List;

/// What the sample shop sells, to whom and where.
final class SampleWords {
    static final List<Category> CATEGORIES = List.of(
            new Category("Coffee & Tea", "Beans, leaves and what they are brewed in", 4, 38,
                    "Mint Infusion", "House Blend Beans", "Dark Roast Beans", "Decaf Beans", "Green Sencha", "Earl Grey Tin",
                    "Travel Mug", "Pour-Over Dripper", "Moka Pot", "French Press", "Hand Grinder", "Gooseneck Kettle"),
            new Category("Kitchen", "Pots, knives and small helpers", 6, 95,
                    "Wooden Spoon Set", "Baking Tray", "Mixing Bowl", "Linen Apron", "Pepper Mill", "Salad Spinner",
                    "Kitchen Scale", "Oak Cutting Board", "Bread Knife", "Cast Iron Skillet", "Stock Pot", "Chef's Knife"),
            new Category("Garden", "Seeds, tools and pots", 3, 60,
                    "Tomato Seeds", "Wildflower Mix", "Plant Labels", "Herb Starter Kit", "Garden Gloves", "Terracotta Pot",
                    "Hand Trowel", "Kneeling Pad", "Bird Feeder", "Watering Can", "Pruning Shears", "Compost Bin"),
            new Category("Stationery", "Paper, pens and desk things", 2, 32,
                    "Sticky Notes", "Washi Tape", "Gel Pen Set", "Ruled Notebook", "Dotted Notebook", "Letter Set",
                    "Ink Bottle", "Sketch Pad", "Desk Calendar", "Pencil Case", "Brass Ruler", "Fountain Pen"),
            new Category("Books", "For the table and the sofa", 9, 45,
                    "Paper Boats", "Night Trains", "Letters Home", "Knots and Hitches", "Small Gardens", "A Year of Walks",
                    "The Tea Road", "Field Guide to Birds", "Forty Soups", "The Slow Loaf", "The Cabin Book",
                    "Northern Lights Atlas"),
            new Category("Outdoor", "For hills, lakes and rain", 8, 180,
                    "Enamel Mug", "Wool Socks", "Trail Map Case", "Dry Bag", "Pocket Knife", "Head Lamp",
                    "Camp Stove", "Hammock", "Sleeping Mat", "Day Pack", "Rain Jacket", "Two-Person Tent"),
            new Category("Toys", "Wooden, woollen and made to last", 5, 70,
                    "Spinning Top", "Finger Puppets", "Memory Game", "Puzzle Map", "Stacking Rings", "Kite",
                    "Knitted Bear", "Building Blocks", "Wooden Train", "Marble Run", "Toy Kitchen", "Rocking Horse"),
            new Category("Home", "Light, warmth and order", 7, 120,
                    "Beeswax Candle", "Picture Frame", "Coat Hooks", "Door Mat", "Storage Basket", "Bath Towel",
                    "Glass Vase", "Linen Cushion", "Reading Light", "Wall Clock", "Table Lamp", "Wool Blanket"));

    /// Earlier ones are picked more often.
    static final List<Country> COUNTRIES = List.of(
            new Country("Germany", "Berlin", "Hamburg", "Munich", "Leipzig"),
            new Country("United States", "Boston", "Chicago", "Portland", "Austin"),
            new Country("France", "Paris", "Lyon", "Nantes"),
            new Country("United Kingdom", "London", "Leeds", "Bristol"),
            new Country("Netherlands", "Amsterdam", "Utrecht"),
            new Country("Sweden", "Stockholm", "Malmö"),
            new Country("Spain", "Madrid", "Valencia"),
            new Country("Italy", "Milan", "Turin"),
            new Country("Canada", "Toronto", "Montréal"),
            new Country("Poland", "Kraków", "Gdańsk"),
            new Country("Austria", "Vienna", "Graz"),
            new Country("Japan", "Osaka", "Kyoto"));

    static final List<String> FIRST_NAMES = List.of(
            "Anna", "Ben", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas",
            "Kate", "Liam", "Mara", "Noah", "Olga", "Paul", "Rosa", "Samuel", "Tess", "Victor", "Wanda", "Yuki", "Zoe",
            "Marek", "Nina");

    static final List<String> LAST_NAMES = List.of(
            "Adler", "Baker", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ito",
            "Janssen", "Keller", "Lindberg", "Moreau", "Novak", "Olsen", "Petrov", "Quinn", "Rossi", "Sato", "Taylor", "Ullman",
            "Vogel", "Walsh", "Young", "Ziegler");

    static final List<String> TITLES = List.of("Managing Director", "Head of Sales", "Head of Support", "Sales Representative",
            "Sales Representative", "Sales Representative", "Sales Representative",
            "Support Agent", "Support Agent", "Support Agent");

    private SampleWords() {}

    /// Prices lie between these, in euros; the products are listed from the cheapest on.
    record Category(String name, String description, int priceMin, int priceMax, List<String> products) {
        Category(String name, String description, int priceMin, int priceMax, String... products) {
            this(name, description, priceMin, priceMax, List.of(products));
        }
    }

    record Country(String name, List<String> cities) {
        Country(String name, String... cities) {
            this(name, List.of(cities));
        }
    }
}
