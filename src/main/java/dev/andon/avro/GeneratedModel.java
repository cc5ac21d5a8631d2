package dev.andon.avro;

import java.util.Map;

import dev.andon.schema.Frame;
import dev.andon.schema.Inspection;
import dev.andon.schema.Label;
import dev.andon.schema.LinePolicy;
import dev.andon.schema.Recipe;
import dev.andon.schema.Sample;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * The data model of the generated classes. It knows them by a fixed list: Avro would load whatever class a schema names,
 * and refuses to unless that class is declared as trusted for the whole process.
 */
final class GeneratedModel extends SpecificData {

    static final GeneratedModel INSTANCE = new GeneratedModel();

    private static final Map<String, Class<?>> RECORDS = Map.of(
            Frame.getClassSchema().getFullName(), Frame.class,
            Inspection.getClassSchema().getFullName(), Inspection.class,
            Sample.getClassSchema().getFullName(), Sample.class,
            LinePolicy.getClassSchema().getFullName(), LinePolicy.class,
            Recipe.getClassSchema().getFullName(), Recipe.class,
            Label.getClassSchema().getFullName(), Label.class);

    private GeneratedModel() {
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getClass(Schema schema) {
        Class<?> known = schema.getType() == Schema.Type.RECORD ? RECORDS.get(schema.getFullName()) : null;
        return known == null ? super.getClass(schema) : known;
    }
}
