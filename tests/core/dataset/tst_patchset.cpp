#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <string>

#include <QTest>

#include "dataset/PatchSet.h"
#include "image/ImageFile.h"
#include "support/FileFixture.h"

using namespace isostain;
using namespace isostain::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPatch = 64;

/// Glass on the left and at the top, tissue from x = 512 and y = 64 on, 11 x 8 patches of it. Each pixel tells its place;
/// `shade` makes slides differ.
RgbImage halfTissue(int shade)
{
    RgbImage image{cv::Mat(768, 1024, CV_8UC3, cv::Scalar::all(245))};
    for (int y = 64; y < 768; ++y)
        for (int x = 512; x < 1024; ++x)
            image.pixels.at<cv::Vec3b>(y, x) = {static_cast<std::uint8_t>(120 + shade + x % 64 / 4),
                                                static_cast<std::uint8_t>(40 + y % 16),
                                                static_cast<std::uint8_t>(140 + (x / 64 + y / 64) % 16)};
    return image;
}

/// Tumor in 4 x 4 patches, of which the first is cut out.
const char* kAnnotations = R"(<ASAP_Annotations><Annotations>
<Annotation Type="Polygon" PartOfGroup="_0"><Coordinates><Coordinate X="512" Y="64"/><Coordinate X="768" Y="64"/><Coordinate X="768" Y="320"/><Coordinate X="512" Y="320"/></Coordinates></Annotation>
<Annotation Type="Polygon" PartOfGroup="_2"><Coordinates><Coordinate X="512" Y="64"/><Coordinate X="576" Y="64"/><Coordinate X="576" Y="128"/><Coordinate X="512" Y="128"/></Coordinates></Annotation>
</Annotations></ASAP_Annotations>)";

std::map<std::string, std::string> filesBelow(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
}

std::vector<std::vector<std::string>> rowsOf(const std::string& table)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream stream(table);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');)
            rows.back().push_back(cell);
    }
    return rows;
}

PatchDraw defaults()
{
    PatchDraw draw;
    draw.patches.mpp = 0.5;
    draw.patches.sourceMpp = 0.5;
    draw.patches.size = kPatch;
    return draw;
}

}

class TestPatchSet : public QObject, FileFixture {
    Q_OBJECT

    /// Slides s0 .. s(n-1), all with annotations but the last.
    DatasetSlides slides(int count)
    {
        DatasetSlides result;
        std::ofstream(file("marks.xml")) << kAnnotations;
        for (int i = 0; i < count; ++i) {
            const std::string name = "s" + std::to_string(i);
            if (!fs::exists(file(name + ".png")))
                (void)writePng(halfTissue(i), file(name + ".png"), Overwrite::No);
            DatasetSlide slide{file(name + ".png"), name, std::nullopt, i % 2 ? "b" : "a", name, AnnotatedTumor::All};
            if (i + 1 < count || count == 1)
                slide.annotations = file("marks.xml");
            result.slides.push_back(slide);
        }
        return result;
    }

private slots:
    void classesFollowTheAnnotations()
    {
        const auto plan = planPatches(slides(1), defaults());
        QVERIFY2(plan, plan ? "" : describe(plan.error()).c_str());
        QCOMPARE(countOf(*plan, "train", PatchClass::Tumor), std::size_t(15));
        QCOMPARE(countOf(*plan, "train", PatchClass::Normal), std::size_t(88 - 16));
        for (const PlannedPatch& patch : plan->patches) {
            const bool inTumor = patch.cell.column >= 8 && patch.cell.column < 12 && patch.cell.row >= 1 && patch.cell.row < 5;
            QVERIFY(patch.cell.column >= 8 && patch.cell.row >= 1); // tissue
            QCOMPARE(patch.patchClass == PatchClass::Tumor, inTumor);
            QVERIFY(patch.cell.column != 8 || patch.cell.row != 1); // cut out
        }
    }

    void sharesOfTumor_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("tumor");
        // In patches of 128 the tumor fills two, covers half of three and a quarter of one.
        QTest::newRow("a little") << 0.2 << 6;
        QTest::newRow("less than half") << 0.4 << 5;
        QTest::newRow("most") << 0.9 << 2;
        QTest::newRow("all") << 1.0 << 2;
    }
    void sharesOfTumor()
    {
        QFETCH(const double, share);
        QFETCH(const int, tumor);
        PatchDraw draw = defaults();
        draw.patches.size = 128;
        draw.patches.tissueShare = 0.3;
        draw.patches.tumorShare = share;
        const auto plan = planPatches(slides(1), draw);
        QVERIFY2(plan, plan ? "" : describe(plan.error()).c_str());
        QCOMPARE(int(countOf(*plan, "train", PatchClass::Tumor)), tumor);
    }

    void patchesArePixelsOfTheSlide()
    {
        PatchDraw draw = defaults();
        draw.perClass = 3;
        const auto plan = planPatches(slides(1), draw);
        QVERIFY(plan);
        const auto result = writePatchSet(*plan, file("pixels"), Overwrite::No);
        QVERIFY2(result, result ? "" : describe(result.error()).c_str());
        QCOMPARE(result->written, std::size_t(6));
        const auto rows = rowsOf(filesBelow(file("pixels")).at("manifest.tsv"));
        QCOMPARE(rows.size(), std::size_t(7));
        QVERIFY(rows[0] == std::vector<std::string>({"patch", "slide", "x", "y", "width", "height", "mpp", "class", "split"}));
        const RgbImage slide = halfTissue(0);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& row = rows[i];
            QCOMPARE(row.size(), std::size_t(9));
            const cv::Rect place(std::stoi(row[2]), std::stoi(row[3]), std::stoi(row[4]), std::stoi(row[5]));
            const auto image = readImage(file("pixels") / row[0]);
            QVERIFY(image);
            QCOMPARE(cv::norm(image->pixels, slide.pixels(place), cv::NORM_INF), 0.0);
            QCOMPARE(row[0], "train/" + row[7] + "/s0_" + row[2] + "_" + row[3] + ".png");
            QCOMPARE(row[6], std::string("0.5"));
        }
    }

    void otherPixelSizesAreMeans()
    {
        PatchDraw draw = defaults();
        draw.patches.mpp = 1.5; // three by three pixels
        draw.patches.size = 32;
        const auto plan = planPatches(slides(1), draw);
        QVERIFY2(plan, plan ? "" : describe(plan.error()).c_str());
        QVERIFY(writePatchSet(*plan, file("means"), Overwrite::No));
        const RgbImage slide = halfTissue(0);
        const auto rows = rowsOf(filesBelow(file("means")).at("manifest.tsv"));
        QVERIFY(rows.size() > 10);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows[i][4], std::string("96"));
            const auto image = readImage(file("means") / rows[i][0]);
            const int x = std::stoi(rows[i][2]), y = std::stoi(rows[i][3]);
            for (const int at : {0, 31}) {
                const cv::Scalar mean = cv::mean(slide.pixels(cv::Rect(x + 3 * at, y + 3 * at, 3, 3)));
                for (int c = 0; c < 3; ++c)
                    QVERIFY(std::abs(mean[c] - image->pixels.at<cv::Vec3b>(at, at)[c]) <= 1);
            }
        }
    }

    void theSameInputsGiveTheSameBytes()
    {
        PatchDraw draw = defaults();
        draw.balance = Balance::Yes;
        draw.unlabelled = 5;
        draw.parts = parseSplit("train=0.5,test=0.5").value();
        const DatasetSlides all = slides(4);
        DatasetSlides backwards = all;
        std::reverse(backwards.slides.begin(), backwards.slides.end());
        std::sort(backwards.slides.begin(), backwards.slides.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        JobControl one;
        one.threads = 1;
        QVERIFY(writePatchSet(planPatches(all, draw, one).value(), file("one"), Overwrite::No, one));
        JobControl three;
        three.threads = 3;
        QVERIFY(writePatchSet(planPatches(backwards, draw, three).value(), file("three"), Overwrite::No, three));
        QVERIFY(filesBelow(file("one")) == filesBelow(file("three")));
        draw.seed = 2;
        const auto other = planPatches(all, draw).value();
        QVERIFY(recipeJson(other) != filesBelow(file("one")).at("recipe.json"));
    }

    void partsAreBalancedAndShareNoSlide()
    {
        PatchDraw draw = defaults();
        draw.balance = Balance::Yes;
        draw.parts = parseSplit("train=0.5,test=0.5").value();
        draw.splitBy = SplitBy::Center;
        const auto plan = planPatches(slides(5), draw).value();
        std::map<std::string, std::set<std::string>> partsOfCenters;
        for (const PlannedSlide& slide : plan.slides)
            partsOfCenters[slide.slide.center].insert(slide.part);
        QCOMPARE(partsOfCenters.size(), std::size_t(2));
        for (const auto& [center, parts] : partsOfCenters)
            QCOMPARE(parts.size(), std::size_t(1));
        for (const char* part : {"train", "test"}) {
            QCOMPARE(countOf(plan, part, PatchClass::Tumor), std::size_t(30));
            QCOMPARE(countOf(plan, part, PatchClass::Normal), std::size_t(30));
        }
    }

    void groupsCanBeAssigned()
    {
        PatchDraw draw = defaults();
        draw.parts = parseSplit("train=0.5,test=0.5").value();
        draw.splitBy = SplitBy::Center;
        draw.assigned = {{"a", "test"}, {"b", "train"}};
        const auto plan = planPatches(slides(4), draw).value();
        for (const PlannedSlide& slide : plan.slides)
            QCOMPARE(slide.part, std::string(slide.slide.center == "a" ? "test" : "train"));
        draw.assigned = {{"a", "nowhere"}};
        QVERIFY(planPatches(slides(4), draw).error().code == ErrorCode::InvalidArgument);
    }

    void limitsHold()
    {
        PatchDraw draw = defaults();
        draw.perSlide = 4;
        draw.perClass = 6;
        draw.unlabelled = 9;
        const auto plan = planPatches(slides(3), draw).value();
        QCOMPARE(countOf(plan, "train", PatchClass::Tumor), std::size_t(6));
        QCOMPARE(countOf(plan, "train", PatchClass::Normal), std::size_t(6));
        QCOMPARE(countOf(plan, "train", PatchClass::Unlabelled), std::size_t(9));
        std::map<std::pair<std::size_t, PatchClass>, int> counts;
        for (const PlannedPatch& patch : plan.patches)
            QVERIFY((++counts[{patch.slide, patch.patchClass}]) <= 4);
    }

    void whatIsNotFullyAnnotatedGivesNoNormalPatches()
    {
        DatasetSlides some = slides(1);
        some.slides[0].annotated = AnnotatedTumor::Some;
        const auto plan = planPatches(some, defaults()).value();
        QCOMPARE(countOf(plan, "train", PatchClass::Tumor), std::size_t(15));
        QCOMPARE(countOf(plan, "train", PatchClass::Normal), std::size_t(0));
    }

    void copiesOfASlideAreLeftOut()
    {
        DatasetSlides copied = slides(2);
        fs::copy_file(file("s0.png"), file("copy.png"), fs::copy_options::overwrite_existing);
        copied.slides.push_back({file("copy.png"), "t", std::nullopt, "b", "t", AnnotatedTumor::All});
        const auto plan = planPatches(copied, defaults()).value();
        QCOMPARE(plan.slides.size(), std::size_t(2));
        QCOMPARE(plan.skipped.size(), std::size_t(1));
        QCOMPARE(plan.skipped[0].name, std::string("t"));
    }

    void aStoppedRunIsResumed()
    {
        const auto plan = planPatches(slides(2), defaults()).value();
        std::stop_source stop;
        JobControl control{stop.get_token(),
                           [&](const Progress& progress) {
                               if (progress.done == 20)
                                   stop.request_stop();
                           },
                           1};
        const auto stopped = writePatchSet(plan, file("resumed"), Overwrite::No, control);
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        QVERIFY(!fs::exists(file("resumed") / "manifest.tsv"));
        const auto resumed = writePatchSet(plan, file("resumed"), Overwrite::No);
        QVERIFY(resumed);
        QVERIFY(resumed->wereThere >= 20);
        QCOMPARE(resumed->wereThere + resumed->written, plan.patches.size());
        QVERIFY(writePatchSet(plan, file("at-once"), Overwrite::No));
        QVERIFY(filesBelow(file("resumed")) == filesBelow(file("at-once")));
    }

    void foreignFoldersAreRefused()
    {
        PatchDraw draw = defaults();
        draw.perClass = 2;
        const auto plan = planPatches(slides(1), draw).value();
        fs::create_directories(file("foreign"));
        std::ofstream(file("foreign") / "mine.txt") << "mine";
        for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes})
            QVERIFY(writePatchSet(plan, file("foreign"), overwrite).error().code == ErrorCode::OutputExists);
        QCOMPARE(filesBelow(file("foreign")).size(), std::size_t(1));

        QVERIFY(writePatchSet(plan, file("older"), Overwrite::No));
        std::ofstream(file("older") / "mine.txt") << "mine";
        draw.seed = 2;
        const auto other = planPatches(slides(1), draw).value();
        QVERIFY(writePatchSet(other, file("older"), Overwrite::No).error().code == ErrorCode::OutputExists);
        QVERIFY(writePatchSet(other, file("older"), Overwrite::Yes));
        QVERIFY(writePatchSet(other, file("newer"), Overwrite::No));
        auto files = filesBelow(file("older"));
        QCOMPARE(files.erase("mine.txt"), std::size_t(1));
        QVERIFY(files == filesBelow(file("newer")));
    }

    void badInputs()
    {
        PatchDraw draw = defaults();
        draw.patches.sourceMpp.reset();
        QVERIFY(planPatches(slides(1), draw).error().code == ErrorCode::PixelSizeUnknown);
        draw = defaults();
        draw.patches.mpp = 0.1; // finer than the slide
        QVERIFY(planPatches(slides(1), draw).error().code == ErrorCode::InvalidArgument);
        draw = defaults();
        draw.patches.size = 2048; // larger than the slide
        QVERIFY(planPatches(slides(1), draw).error().code == ErrorCode::InvalidArgument);
        draw = defaults();
        draw.patches.names.tumor = {"carcinoma"};
        draw.patches.names.excluded = {};
        const auto unnamed = planPatches(slides(1), draw);
        QVERIFY(!unnamed);
        QVERIFY(unnamed.error().detail.find("_0, _2") != std::string::npos);
        draw = defaults();
        draw.labelling = Labelling::None;
        QVERIFY(planPatches(slides(1), draw).error().code == ErrorCode::InvalidArgument);
        draw.unlabelled = 3;
        QCOMPARE(planPatches(slides(1), draw).value().patches.size(), std::size_t(3));

        DatasetSlides broken = slides(2);
        std::ofstream(file("broken.png")) << "no picture";
        broken.slides[1].path = file("broken.png");
        const auto plan = planPatches(broken, defaults()).value();
        QCOMPARE(plan.skipped.size(), std::size_t(1));
        QCOMPARE(plan.slides.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestPatchSet)
#include "tst_patchset.moc"
