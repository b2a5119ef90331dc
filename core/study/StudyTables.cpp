#include "study/StudyTables.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "evaluation/EvaluationFiles.h"

namespace isostain {

namespace {

using Kind = StudyTable::Kind;

std::string fixedText(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// Methods in the order in which they come.
template <typename Row>
std::vector<std::string> methodsOf(const std::vector<Row>& rows)
{
    std::vector<std::string> names;
    for (const Row& row : rows)
        if (std::find(names.begin(), names.end(), row.method) == names.end())
            names.push_back(row.method);
    return names;
}

StudyTable metricsTable(Kind kind, std::string name, std::string caption, const std::vector<EvaluationRow>& rows)
{
    StudyTable table{
        kind, std::move(name), std::move(caption), {{"SSIM Target"}, {"PSNR Target (dB)", 1}, {"SSIM Source"}}, {}};
    for (const std::string& method : methodsOf(rows)) {
        std::vector<double> columns[3];
        for (const EvaluationRow& row : rows)
            if (row.method == method) {
                columns[0].push_back(row.ssimTarget);
                columns[1].push_back(row.psnrTarget);
                columns[2].push_back(row.ssimSource);
            }
        table.rows.push_back({method, {spreadOf(columns[0]), spreadOf(columns[1]), spreadOf(columns[2])}});
    }
    return table;
}

StudyTable slidesTable(const std::vector<SlideEvaluationRow>& rows)
{
    StudyTable table{Kind::Slides,
                     "slides",
                     "SSIM Source over whole slides (as Table 3), mean ± standard deviation.",
                     {{"SSIM Source"}, {"SSIM Source, tissue"}},
                     {}};
    for (const std::string& method : methodsOf(rows)) {
        std::vector<double> all, tissue;
        for (const SlideEvaluationRow& row : rows)
            if (row.method == method) {
                all.push_back(row.similarity.all);
                if (row.similarity.tissue)
                    tissue.push_back(*row.similarity.tissue);
            }
        table.rows.push_back({method, {spreadOf(all), spreadOf(tissue)}});
    }
    return table;
}

StudyTable classifierTable(const std::vector<ClassifierTestSummary>& tests)
{
    StudyTable table{
        Kind::Classifier,
        "classifier",
        "A classifier trained on images of the target's look, tested on each set; mean ± standard deviation over repeats.",
        {{"AUC"}, {"AUC from hard labels"}, {"Accuracy"}},
        {}};
    for (const ClassifierTestSummary& test : tests)
        table.rows.push_back({test.name, {spreadOf(test.auc), spreadOf(test.publishedAuc), spreadOf(test.accuracy)}});
    return table;
}

/// A published value; a deviation below 0 was not published.
struct Published {
    double mean;
    double deviation = -1;
};

StudyTable::Row publishedRow(const char* name, std::initializer_list<Published> values, std::size_t columns)
{
    StudyTable::Row row{name, {}};
    for (const Published& value : values)
        row.cells.push_back({1, 0, value.mean, value.deviation >= 0 ? std::optional(value.deviation) : std::nullopt});
    row.cells.resize(columns);
    return row;
}

}

std::vector<StudyTable> studyTables(const StudyResults& results)
{
    std::vector<StudyTable> tables;
    if (!results.evaluation.empty())
        tables.push_back(metricsTable(Kind::Methods, "methods",
                                      "Methods on the test images (as Tables 1 and 2), mean ± standard deviation over " +
                                          std::string(results.config.data.patch > 0 ? "squares" : "images") + ".",
                                      results.evaluation));
    if (!results.slides.empty())
        tables.push_back(slidesTable(results.slides));
    if (!results.ablation.empty())
        tables.push_back(
            metricsTable(Kind::Ablation, "ablation",
                         "StainNets by their layers of 1x1 + layers of 3x3 (as Table 4), the first ones being 3x3; mean ± "
                         "standard deviation over test images.",
                         results.ablation));
    if (!results.classifier.empty())
        tables.push_back(classifierTable(results.classifier));
    return tables;
}

std::vector<StudyTable::Row> paperRows(Kind kind)
{
    switch (kind) {
    case Kind::Methods:
        return {publishedRow("Paper, cytology: Reinhard", {{0.739, 0.046}, {19.8, 3.3}, {0.885, 0.042}}, 3),
                publishedRow("Paper, cytology: Macenko", {{0.731, 0.054}, {22.5, 3.1}, {0.853, 0.054}}, 3),
                publishedRow("Paper, cytology: Vahadane", {{0.739, 0.050}, {22.6, 3.0}, {0.867, 0.050}}, 3),
                publishedRow("Paper, cytology: StainGAN", {{0.764, 0.030}, {29.7, 1.6}, {0.905, 0.021}}, 3),
                publishedRow("Paper, cytology: StainNet", {{0.809, 0.027}, {29.8, 1.7}, {0.945, 0.025}}, 3),
                publishedRow("Paper, histology: Reinhard", {{0.617, 0.106}, {19.9, 2.1}, {0.964, 0.031}}, 3),
                publishedRow("Paper, histology: Macenko", {{0.656, 0.115}, {20.7, 2.7}, {0.966, 0.049}}, 3),
                publishedRow("Paper, histology: Vahadane", {{0.664, 0.116}, {21.1, 2.8}, {0.967, 0.046}}, 3),
                publishedRow("Paper, histology: StainGAN", {{0.706, 0.099}, {22.7, 2.6}, {0.912, 0.025}}, 3),
                publishedRow("Paper, histology: StainNet", {{0.691, 0.107}, {22.5, 3.3}, {0.957, 0.007}}, 3)};
    case Kind::Slides:
        return {publishedRow("Paper, cytology: StainGAN", {{0.905, 0.093}}, 2),
                publishedRow("Paper, cytology: StainNet", {{0.954, 0.050}}, 2),
                publishedRow("Paper, histology: StainGAN", {{0.762, 0.182}}, 2),
                publishedRow("Paper, histology: StainNet", {{0.980, 0.013}}, 2)};
    case Kind::Ablation:
        return {publishedRow("Paper, cytology: 3+0", {{0.808}, {29.8}, {0.960}}, 3),
                publishedRow("Paper, cytology: 2+1", {{0.814}, {30.0}, {0.958}}, 3),
                publishedRow("Paper, cytology: 1+2", {{0.814}, {30.0}, {0.956}}, 3),
                publishedRow("Paper, cytology: 0+3", {{0.804}, {29.8}, {0.950}}, 3)};
    case Kind::Classifier:
        return {
            publishedRow("Paper, cytology: raw", {{0.832}}, 3),       publishedRow("Paper, cytology: StainGAN", {{0.896}}, 3),
            publishedRow("Paper, cytology: StainNet", {{0.901}}, 3),  publishedRow("Paper, histology: raw", {{0.685}}, 3),
            publishedRow("Paper, histology: StainGAN", {{0.905}}, 3), publishedRow("Paper, histology: StainNet", {{0.895}}, 3)};
    }
    return {};
}

std::vector<std::size_t> bestRows(const StudyTable& table, std::size_t column)
{
    // Doing nothing is no method: it always keeps all of the source.
    const auto counts = [](const StudyTable::Row& row) { return row.name != "source"; };
    std::optional<double> best;
    std::size_t measured = 0;
    for (const StudyTable::Row& row : table.rows)
        if (const auto& mean = row.cells[column].mean; counts(row) && mean) {
            ++measured;
            if (!best || *mean > *best)
                best = mean;
        }
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; best && i < table.rows.size(); ++i)
        if (counts(table.rows[i]) && table.rows[i].cells[column].mean == best)
            rows.push_back(i);
    // Where all are equal none is the best.
    return rows.size() < measured ? rows : std::vector<std::size_t>();
}

std::string cellText(const Spread& cell, int decimals)
{
    if (!cell.mean)
        return "–";
    return fixedText(*cell.mean, decimals) + (cell.deviation ? " ± " + fixedText(*cell.deviation, decimals) : "");
}

std::string csvText(const StudyTable& table)
{
    std::string text = "method";
    for (const StudyTable::Column& column : table.columns)
        text += "," + csvField(column.title + " mean") + "," + csvField(column.title + " std");
    text += "\n";
    for (const StudyTable::Row& row : table.rows) {
        text += csvField(row.name);
        for (const Spread& cell : row.cells)
            text +=
                "," + (cell.mean ? fixedText(*cell.mean, 6) : "") + "," + (cell.deviation ? fixedText(*cell.deviation, 6) : "");
        text += "\n";
    }
    return text;
}

std::string tabText(const StudyTable& table)
{
    std::string text = "Method";
    for (const StudyTable::Column& column : table.columns)
        text += "\t" + column.title;
    text += "\n";
    for (const StudyTable::Row& row : table.rows) {
        text += row.name;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text += "\t" + cellText(row.cells[i], table.columns[i].decimals);
        text += "\n";
    }
    return text;
}

}
