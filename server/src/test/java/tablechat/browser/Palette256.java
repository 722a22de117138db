package tablechat.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// Makes pictures of a page small: of its colours the 256 that are there most often stay, the others become the nearest of them.
final class Palette256 {
    private static final int COLOURS = 256;

    private Palette256() {}

    /// @param png a picture without transparency
    static void write(byte[] png, Path file) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        List<Integer> colours = frequent(picture);
        var reds = new byte[colours.size()];
        var greens = new byte[colours.size()];
        var blues = new byte[colours.size()];
        for (int i = 0; i < colours.size(); i++) {
            reds[i] = (byte) (colours.get(i) >> 16);
            greens[i] = (byte) (colours.get(i) >> 8);
            blues[i] = (byte) (int) colours.get(i);
        }
        var model = new IndexColorModel(8, colours.size(), reds, greens, blues);
        var small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var places = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(colour, colours));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        ImageIO.write(small, "png", file.toFile());
    }

    private static List<Integer> frequent(BufferedImage picture) {
        int[] all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : all) counts.merge(colour, 1, Integer::sum);
        return counts.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(COLOURS).map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static int nearest(int colour, List<Integer> colours) {
        int best = 0;
        for (int i = 1; i < colours.size(); i++) if (distance(colour, colours.get(i)) < distance(colour, colours.get(best))) best = i;
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
