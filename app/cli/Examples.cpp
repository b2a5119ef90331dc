#include "Examples.h"

#include <array>
#include <string>
#include <string_view>

namespace isostain::cli {

namespace {

/// In the order of the commands; several for one where one would not show what it is for.
struct Example {
    std::string_view command;   ///< "export", "train staingan"; empty: of the program
    std::string_view does;
    std::string_view arguments;
};

constexpr std::array kExamples{
    Example{"", "A demo slide, and the same with its colors brought to published H&E", "demo demo"},
    Example{"", "", "export demo/*.tif -o normalized --method macenko --target published"},
    Example{"info", "What a slide says of itself, for a program to read", "info biopsy.svs --json"},
    Example{"normalize", "As the paper of the method has it, to a reference of the lab",
            "normalize tile.png normalized.png --method vahadane --target reference.png --form published"},
    Example{"export", "A folder of slides by a trained model; run again, it goes on where it was", "export slides -o normalized --profile stainnet.json"},
    Example{"export", "At 20x, the tissue alone, without names of slides anywhere",
            "export biopsy.svs -o normalized --profile stainnet.json --power 20 --crop-to-tissue --anonymous-names"},
    Example{"report", "What became of each slide of an export, from all its shards", "report normalized"},
    Example{"report", "The report of a study as web page and PDF", "report study -o study-report"},
    Example{"fit", "The look of the lab's reference images, to pass around", "fit macenko --target references -o lab.json --name 'Our scanner'"},
    Example{"fit-gamut", "Which colors a model has been trained on", "fit-gamut --profile stainnet.pth --images training-tiles -o stainnet.json"},
    Example{"fit-statistics", "The same colors of a slide in every program", "fit-statistics --profile staingan.json --slide biopsy.svs -o staingan-biopsy.json"},
    Example{"patches", "As many normal patches as tumor ones, at 0.5 µm/px, split by slide",
            "patches slides/*.tif --annotations xml -o patches --mpp 0.5 --size 256 --balance --seed 1"},
    Example{"snapshot", "Source beside normalized, as a picture", "snapshot biopsy.svs biopsy.png --method khan --target published"},
    Example{"demo", "Cervical smears on two scanners, with aligned tiles", "demo demo --stain pap --tiles 64"},
    Example{"align", "Pairs of 256 pixels from one glass on two scanners", "align scanner-a.svs scanner-h.ndpi -o pairs --patch 256"},
    Example{"train staingan", "A first result in minutes; --resume goes on after a stop", "train staingan --source scanner-a --target scanner-h --preset quick -o staingan"},
    Example{"train stainnet", "From what a StainGAN makes of the images, in seconds", "train stainnet --source scanner-a --staingan staingan/generator.pth -o stainnet"},
    Example{"train stainnet", "As published", "train stainnet --source scanner-a --teacher staingan-images --recipe paper -o stainnet-paper"},
    Example{"train classifier", "Does normalizing help on another scanner? Five repeats",
            "train classifier --train scanner-h --test scanner-a --normalize stainnet=stainnet.json --repeats 5 -o classifier"},
    Example{"ablation", "Table 4", "ablation --source scanner-a --teacher staingan-images -o ablation"},
    Example{"evaluate", "Tables 1 and 2 of the lab's own pairs",
            "evaluate --source pairs/source --target pairs/target --method macenko --method stainnet=stainnet.json --patch 256 -o evaluation"},
    Example{"evaluate-slides", "Table 3", "evaluate-slides slides/*.svs --method stainnet=stainnet.json -o evaluation"},
    Example{"study", "Everything, on generated images, to see what there will be", "study --generated he --preset quick -o study"},
    Example{"study", "Everything, on the lab's own; --resume goes on after a stop",
            "study --source scanner-a --target scanner-h --test-source test-a --test-target test-h -o study"},
};

std::string examplesOf(std::string_view command)
{
    std::string text;
    for (const Example& example : kExamples) {
        if (example.command != command)
            continue;
        text += text.empty() ? "Examples:\n" : "";
        if (!example.does.empty())
            text += "  # " + std::string(example.does) + "\n";
        text += "  isostain-cli " + std::string(example.arguments) + "\n";
    }
    return text;
}

void addExamples(CLI::App& app, const std::string& path)
{
    if (const std::string examples = examplesOf(path); !examples.empty())
        app.footer(examples);
    for (CLI::App* command : app.get_subcommands({}))
        if (!command->get_name().empty())   // else a group of options
            addExamples(*command, path.empty() ? command->get_name() : path + " " + command->get_name());
}

}

void addExamples(CLI::App& app)
{
    addExamples(app, {});
}

}
