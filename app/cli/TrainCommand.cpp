#include "Commands.h"

namespace isostain::cli {

void addTrainCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("train", "Train a normalizer");
    command->require_subcommand(1);
    addTrainStainNet(*command, chosen);
    addTrainStainGan(*command, chosen);
    addTrainClassifier(*command, chosen);
}

}
