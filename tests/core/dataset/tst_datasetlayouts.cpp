#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include <QTest>

#include "dataset/DatasetLayouts.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path) << "x";
}

std::map<std::string, DatasetSlide> byName(const DatasetSlides& slides)
{
    std::map<std::string, DatasetSlide> named;
    for (const DatasetSlide& slide : slides.slides)
        named.emplace(slide.name, slide);
    return named;
}

}

class TestDatasetLayouts : public QObject, FileFixture {
    Q_OBJECT

private slots:
    void camelyon16AsPublished()
    {
        const fs::path root = file("camelyon");
        for (const char* name : {"tumor_001", "Tumor_070", "tumor_071", "tumor_110", "tumor_111"}) {
            touch(root / "training/tumor" / (std::string(name) + ".tif"));
            if (std::string(name) != "tumor_071")
                touch(root / "training/lesion_annotations" / (std::string(name) + ".xml"));
        }
        for (const char* name : {"normal_001", "normal_086", "normal_100", "normal_101", "normal_160", "readme"})
            touch(root / "training/normal" / (std::string(name) + ".tif"));
        touch(root / "testing/images/test_001.tif");
        const auto found = camelyon16Slides(root);
        QVERIFY2(found, found ? "" : describe(found.error()).c_str());
        const auto slides = byName(*found);
        QCOMPARE(slides.size(), std::size_t(8));
        const std::map<std::string, std::string> centers = {
            {"tumor_001", "radboud"},  {"tumor_070", "radboud"},  {"tumor_110", "utrecht"},  {"tumor_111", "radboud"},
            {"normal_001", "radboud"}, {"normal_100", "radboud"}, {"normal_101", "utrecht"}, {"normal_160", "utrecht"}};
        for (const auto& [name, center] : centers) {
            QVERIFY2(slides.contains(name), name.c_str());
            QCOMPARE(slides.at(name).center, center);
            QCOMPARE(slides.at(name).annotations.has_value(), name.starts_with("tumor"));
        }
        QVERIFY(slides.at("tumor_110").annotated == AnnotatedTumor::Some);
        QVERIFY(slides.at("tumor_001").annotated == AnnotatedTumor::All);
        QCOMPARE(found->skipped.size(), std::size_t(2)); // tumor_071 without annotations, normal_086
    }

    void camelyon16OnAws()
    {
        const fs::path root = file("aws");
        touch(root / "images/tumor_001.tif");
        touch(root / "images/normal_120.tif");
        touch(root / "images/test_001.tif");
        touch(root / "annotations/tumor_001.xml");
        const auto found = camelyon16Slides(root);
        QVERIFY(found);
        QCOMPARE(found->slides.size(), std::size_t(2));
    }

    void camelyon16WithoutWhatItNeeds()
    {
        touch(file("zipped") / "training/tumor/tumor_001.tif");
        touch(file("zipped") / "training/lesion_annotations.zip");
        const auto zipped = camelyon16Slides(file("zipped"));
        QVERIFY(!zipped);
        QVERIFY(zipped.error().detail.find("unpack") != std::string::npos);
        QVERIFY(camelyon16Slides(file("nothing")).error().code == ErrorCode::FileNotFound);
    }

    void mitosFramesOfBothScanners()
    {
        const fs::path root = file("mitos");
        for (const char* name :
             {"training_aperio/A03/frames/x40/A03_00Aa.tiff", "training_aperio/A03/frames/x40/A03_00Ab.tiff",
              "training_aperio/A03/frames/x20/A03_00A.tiff", "training_hamamatsu/H03/frames/x40/H03_00Aa.tiff",
              "training_hamamatsu/H04/frames/x40/H04_00Aa.tiff", "training_aperio/A03/mitosis/A03_00Aa_mitosis.csv",
              "testing_aperio/A06/frames/x40/A06_01Bd.tiff", "testing_hamamatsu/H06/frames/x40/H06_01Bd.tiff"})
            touch(root / name);
        const auto found = mitosAtypiaFrames(root);
        QVERIFY2(found, found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->pairs.size(), std::size_t(2));
        QCOMPARE(found->pairs[0].caseName, std::string("03"));
        QCOMPARE(found->pairs[0].frame, std::string("00Aa"));
        QVERIFY(found->pairs[0].source == root / "training_aperio/A03/frames/x40/A03_00Aa.tiff");
        QVERIFY(found->pairs[0].target == root / "training_hamamatsu/H03/frames/x40/H03_00Aa.tiff");
        QCOMPARE(found->pairs[1].caseName, std::string("06"));
        QCOMPARE(found->orphans.size(), std::size_t(2));
        QVERIFY(mitosAtypiaFrames(file("nothing")).error().code == ErrorCode::FileNotFound);
    }

    void slidesHaveNamesOfTheirOwn()
    {
        const fs::path root = file("named");
        for (const char* name :
             {"oslo/1.svs", "bonn/1.svs", "bonn/2_node_3.svs", "marks/bonn-1.xml", "marks/2_node_3.geojson", "marks/1.xml"})
            touch(root / name);
        const auto found =
            namedSlides({root / "oslo/1.svs", root / "bonn/1.svs", root / "bonn/2_node_3.svs", root / "oslo/1.svs"},
                        root / "marks", {1, "_node"});
        QVERIFY2(found, found ? "" : describe(found.error()).c_str());
        const auto slides = byName(*found);
        QCOMPARE(slides.size(), std::size_t(3));
        QCOMPARE(slides.at("oslo-1").center, std::string("oslo"));
        QVERIFY(!slides.at("oslo-1").annotations); // 1.xml may be either's
        QVERIFY(slides.at("bonn-1").annotations == root / "marks/bonn-1.xml");
        QVERIFY(slides.at("2_node_3").annotations == root / "marks/2_node_3.geojson");
        QCOMPARE(slides.at("2_node_3").caseName, std::string("2"));
    }

    void oneFileOfAnnotations()
    {
        touch(file("a.xml"));
        touch(file("b.xml"));
        QVERIFY(namedSlides({"slide.svs"}, file("a.xml"), {})->slides[0].annotations == file("a.xml"));
        const auto two = namedSlides({"a.svs", "c.svs"}, file("a.xml"), {});
        QVERIFY(two->slides[0].annotations == file("a.xml"));
        QVERIFY(!two->slides[1].annotations);
        QVERIFY(!namedSlides({"a.svs", "c.svs"}, file("b.xml"), {}));
        QVERIFY(!namedSlides({"a.svs"}, file("none.xml"), {}));
        QVERIFY(!namedSlides({}, std::nullopt, {}));
    }
};

QTEST_APPLESS_MAIN(TestDatasetLayouts)
#include "tst_datasetlayouts.moc"
