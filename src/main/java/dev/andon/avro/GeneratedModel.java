package dev.andon.avro;

import java.util.HashMap;
import java.util.Map;

import dev.andon.schema.CameraEvent;
import dev.andon.schema.Frame;
import dev.andon.schema.ImageQuality;
import dev.andon.schema.Inspected;
import dev.andon.schema.Inspection;
import dev.andon.schema.Label;
import dev.andon.schema.LearntThreshold;
import dev.andon.schema.LinePolicy;
import dev.andon.schema.LineThresholds;
import dev.andon.schema.Opinion;
import dev.andon.schema.Recipe;
import dev.andon.schema.Reviewed;
import dev.andon.schema.Sample;
import dev.andon.schema.ThresholdChange;
import dev.andon.schema.Verdict;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The data model of generated classes. It knows them by a fixed list: Avro would load whatever class a schema names, and
 * refuses to unless that class is declared as trusted for the whole process.
 */
public final class GeneratedModel extends SpecificData {

    /** The classes of the topics. */
    static final GeneratedModel TOPICS = of(Frame.class, ImageQuality.class, Inspection.class, Sample.class,
            LinePolicy.class, Recipe.class,
            Label.class, Verdict.class, Reviewed.class, Inspected.class, Opinion.class, LineThresholds.class,
            LearntThreshold.class, ThresholdChange.class, CameraEvent.class);

    private final Map<String, Class<?>> records = new HashMap<>();

    private GeneratedModel() {
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    /** A model of these classes, which carry the full names of their schemas. */
    @SafeVarargs
    public static GeneratedModel of(Class<? extends SpecificRecord>... classes) {
        GeneratedModel model = new GeneratedModel();
        for (Class<?> type : classes) {
            model.records.put(type.getName(), type);
        }
        return model;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getClass(Schema schema) {
        Class<?> known = schema.getType() == Schema.Type.RECORD ? records.get(schema.getFullName()) : null;
        return known == null ? super.getClass(schema) : known;
    }
}
