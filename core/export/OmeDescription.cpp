#include "export/OmeDescription.h"

#include <sstream>

#include <pugixml.hpp>

#include "base/Version.h"
#include "export/NumberText.h"

namespace isostain {

namespace {

constexpr const char* kNamespace = "http://www.openmicroscopy.org/Schemas/OME/2016-06";
constexpr const char* kInstrument = "Instrument:0";
constexpr const char* kObjective = "Objective:0:0";
constexpr const char* kAnnotation = "Annotation:0";
constexpr const char* kMicrometer = "\xC2\xB5m";

void set(pugi::xml_node node, const char* name, const std::string& value)
{
    node.append_attribute(name) = value.c_str();
}

void addInstrument(pugi::xml_node ome, double power)
{
    pugi::xml_node instrument = ome.append_child("Instrument");
    set(instrument, "ID", kInstrument);
    pugi::xml_node objective = instrument.append_child("Objective");
    set(objective, "ID", kObjective);
    set(objective, "NominalMagnification", numberText(power));
}

void addPixels(pugi::xml_node image, const HalvedLevel& level, const ExportMetadata& metadata)
{
    pugi::xml_node pixels = image.append_child("Pixels");
    set(pixels, "ID", "Pixels:0");
    set(pixels, "DimensionOrder", "XYCZT");
    set(pixels, "Type", "uint8");
    set(pixels, "SignificantBits", "8");
    set(pixels, "Interleaved", "true");
    set(pixels, "SizeX", std::to_string(level.width));
    set(pixels, "SizeY", std::to_string(level.height));
    set(pixels, "SizeZ", "1");
    set(pixels, "SizeC", "3");
    set(pixels, "SizeT", "1");
    if (metadata.mppX && metadata.mppY) {
        set(pixels, "PhysicalSizeX", numberText(*metadata.mppX));
        set(pixels, "PhysicalSizeXUnit", kMicrometer);
        set(pixels, "PhysicalSizeY", numberText(*metadata.mppY));
        set(pixels, "PhysicalSizeYUnit", kMicrometer);
    }
    pugi::xml_node channel = pixels.append_child("Channel");
    set(channel, "ID", "Channel:0:0");
    set(channel, "SamplesPerPixel", "3");
    pugi::xml_node data = pixels.append_child("TiffData");
    set(data, "IFD", "0");
    set(data, "PlaneCount", "1");
}

void addFacts(pugi::xml_node ome, const std::vector<std::pair<std::string, std::string>>& facts)
{
    pugi::xml_node annotation = ome.append_child("StructuredAnnotations").append_child("MapAnnotation");
    set(annotation, "ID", kAnnotation);
    set(annotation, "Namespace", "isostain");
    pugi::xml_node value = annotation.append_child("Value");
    for (const auto& [key, text] : facts) {
        pugi::xml_node entry = value.append_child("M");
        set(entry, "K", key);
        entry.text() = text.c_str();
    }
}

}

/// Elements in the order that the schema asks for.
std::string omeXml(const PyramidLayout& layout, const ExportMetadata& metadata,
                   const std::vector<std::pair<std::string, std::string>>& facts)
{
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node ome = document.append_child("OME");
    set(ome, "xmlns", kNamespace);
    set(ome, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    set(ome, "xsi:schemaLocation", std::string(kNamespace) + " " + kNamespace + "/ome.xsd");
    set(ome, "Creator", std::string("Isostain ") + kVersion);
    if (metadata.objectivePower)
        addInstrument(ome, *metadata.objectivePower);
    pugi::xml_node image = ome.append_child("Image");
    set(image, "ID", "Image:0");
    if (metadata.objectivePower) {
        set(image.append_child("InstrumentRef"), "ID", kInstrument);
        set(image.append_child("ObjectiveSettings"), "ID", kObjective);
    }
    addPixels(image, layout.written().front(), metadata);
    set(image.append_child("AnnotationRef"), "ID", kAnnotation);
    addFacts(ome, facts);
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return text.str();
}

}
