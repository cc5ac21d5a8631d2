package dev.andon.vlm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The JSON objects inside a text, whatever stands around them: prose, code fences, lists. Small slips are forgiven
 * (trailing commas, single quotes, line ends inside strings); a name given twice is not.
 *
 * <p>Each opening brace outside an object that was read starts one. A brace that does not look like the start of an
 * object (one that neither a quote, a closing brace nor the end of the text follows) is prose. Linear in the length of
 * the text.
 *
 * @param objects the complete ones, outermost only, in order
 * @param rest    what stopped the search
 */
record JsonObjects(List<JsonNode> objects, Rest rest) {

    /** What follows the last complete object. */
    enum Rest {
        /** Nothing, or prose. */
        CLEAN,
        /** An object that the text breaks off. */
        CUT_OFF,
        /** Something that starts like an object and is none. */
        MALFORMED
    }

    private static final JsonMapper TOLERANT = JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    JsonObjects {
        objects = List.copyOf(objects);
    }

    static JsonObjects in(String text) {
        char[] chars = text.toCharArray();
        List<JsonNode> found = new ArrayList<>();
        int at = text.indexOf('{');
        while (at >= 0) {
            int from = at + 1;
            if (startsObject(chars, from)) {
                try (JsonParser parser = TOLERANT.getFactory().createParser(chars, at, chars.length - at)) {
                    found.add(TOLERANT.readTree(parser));
                    from = at + Math.toIntExact(parser.currentLocation().getCharOffset());
                } catch (JsonEOFException e) {
                    return new JsonObjects(found, Rest.CUT_OFF);
                } catch (IOException e) {
                    return new JsonObjects(found, Rest.MALFORMED);
                }
            }
            at = text.indexOf('{', from);
        }
        return new JsonObjects(found, Rest.CLEAN);
    }

    private static boolean startsObject(char[] chars, int afterBrace) {
        int at = afterBrace;
        while (at < chars.length && Character.isWhitespace(chars[at])) {
            at++;
        }
        return at == chars.length || chars[at] == '"' || chars[at] == '\'' || chars[at] == '}';
    }
}
