#pragma once

#include <span>
#include <string>
#include <vector>

#include "evaluation/Spread.h"
#include "study/StudyResults.h"

namespace isostain {

/// A table of a study: a row per method, means ± standard deviations of the population.
struct StudyTable {
    enum class Kind { Methods, Slides, Ablation, Classifier };
    struct Column {
        std::string title; ///< English, with the unit
        int decimals = 3;
    };
    struct Row {
        std::string name;
        std::vector<Spread> cells; ///< one a column
    };

    Kind kind = Kind::Methods;
    std::string name;            ///< of its file
    std::string caption;         ///< an English sentence
    std::vector<Column> columns; ///< of each, more is better
    std::vector<Row> rows;
};

/// Tables as Tables 1 and 2, 3, 4 of the paper, and that of the classifiers; those that the study has something for.
std::vector<StudyTable> studyTables(const StudyResults& results);

/// The paper's own values (Kang et al. 2021, Tables 1 to 4), in rows that say so, with the columns of the table; none where the
/// paper has no such table.
std::vector<StudyTable::Row> paperRows(StudyTable::Kind kind);

/// Indices of the rows with the highest mean of a column, the untouched source aside; none where there is one row only.
std::vector<std::size_t> bestRows(const StudyTable& table, std::size_t column);

/// "0.691 ± 0.107"; "–" where there is no mean.
std::string cellText(const Spread& cell, int decimals);
/// Six decimals, mean and deviation in columns of their own.
std::string csvText(const StudyTable& table);
/// Separated by tabs, as spreadsheets take them from the clipboard.
std::string tabText(const StudyTable& table);

}
